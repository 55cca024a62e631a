package com.foobar.web.infrastructure.page;

import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import com.foobar.web.infrastructure.picture.Facts;
import com.foobar.web.infrastructure.picture.Format;
import com.foobar.web.infrastructure.picture.Picture;
import com.foobar.web.infrastructure.picture.RequestPath;
import com.foobar.web.infrastructure.picture.Summary;
import com.foobar.web.infrastructure.snapshot.Infrastructure;
import com.foobar.web.infrastructure.snapshot.Snapshot;
import com.foobar.web.instance.ServedBy;

/** Shows the infrastructure: the whole page, and the part of it that a browser loads again at intervals. */
@Controller
class InfrastructureController {

    private static final Logger logger = LoggerFactory.getLogger(InfrastructureController.class);

    private final Infrastructure infrastructure;
    private final DatabaseVisit database;

    InfrastructureController(Infrastructure infrastructure, DatabaseVisit database) {
        this.infrastructure = infrastructure;
        this.database = database;
    }

    @GetMapping("/infrastructure")
    String page(@ModelAttribute(name = "servedBy", binding = false) ServedBy servedBy, Model model,
            HttpServletResponse response) {
        draw(servedBy, model, response);
        return "infrastructure";
    }

    @GetMapping("/infrastructure/picture")
    String picture(@ModelAttribute(name = "servedBy", binding = false) ServedBy servedBy, Model model,
            HttpServletResponse response) {
        draw(servedBy, model, response);
        return "fragments/infrastructure :: live";
    }

    private void draw(ServedBy servedBy, Model model, HttpServletResponse response) {
        visitDatabase();
        Snapshot snapshot = infrastructure.snapshot();
        RequestPath way = new RequestPath(servedBy.proxies(), servedBy.instance(), servedBy.node());
        model.addAttribute("snapshot", snapshot);
        model.addAttribute("way", way);
        model.addAttribute("findings", Summary.of(snapshot));
        model.addAttribute("facts", Facts.of(snapshot));
        model.addAttribute("pictures",
                Stream.of(Format.values()).map(format -> Picture.of(snapshot, way, format)).toList());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }

    /**
     * Uses the database for this request if possible. A failure is ignored, because the page is of most use while
     * something is broken.
     */
    private void visitDatabase() {
        try {
            database.make();
        } catch (DataAccessException | TransactionException e) {
            logger.debug("No database is on this request's way.", e);
        }
    }
}
