package com.foobar.web.lists;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.foobar.web.account.Client;
import com.foobar.web.account.Viewer;
import com.foobar.web.account.throttle.TooManyAttemptsException;
import com.foobar.web.forms.FormGuard;
import com.foobar.web.quota.Quotas;
import com.foobar.web.story.Search;

/** Shows the stories that a search finds. */
@Controller
class SearchController {

    private final Search search;
    private final Quotas limits;

    SearchController(Search search, Quotas limits) {
        this.search = search;
        this.limits = limits;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") @Min(1) @Max(Search.MOST_PAGES) int page,
            @AuthenticationPrincipal @Nullable Viewer viewer, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("q", q);
        model.addAttribute("number", page);
        model.addAttribute("last", Search.MOST_PAGES);
        try {
            int size = Viewer.preferencesOf(viewer).pageSize();
            model.addAttribute("page",
                    limits.search(Client.of(request).address(), () -> search.find(q, page, size)));
        } catch (TooManyAttemptsException e) {
            FormGuard.refuse(e, model, response);
        }
        return "lists/search";
    }
}
