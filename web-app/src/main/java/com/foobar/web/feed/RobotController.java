package com.foobar.web.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import com.foobar.web.caching.SharedPages;
import com.foobar.web.story.Stories;
import com.foobar.web.story.StoryAddress;

/**
 * Tells search engines which paths they may visit, and which stories there are. A page of the sitemap has a fixed range
 * of story identifiers.
 */
@Controller
class RobotController {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final long RANGE = 10_000;

    private final Stories stories;

    RobotController(Stories stories) {
        this.stories = stories;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(HttpServletRequest request) {
        return response(TEXT).body("""
                User-agent: *
                Disallow: /api/
                Disallow: /drafts
                Disallow: /search
                Disallow: /settings
                Disallow: /sign-in
                Disallow: /sign-up
                Disallow: /stories/new

                Sitemap: %s/sitemap.xml
                """.formatted(site(request)));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> index(HttpServletRequest request) {
        String site = site(request);
        long pages = pages();
        return response(XML).body(new XmlDocument("sitemapindex", NAMESPACE, index -> {
            for (long page = 1; page <= pages; page++) {
                String address = "%s/sitemap/%d.xml".formatted(site, page);
                index.element("sitemap", () -> index.element("loc", address));
            }
        }).toString());
    }

    @GetMapping("/sitemap/{page:[1-9]\\d{0,9}}.xml")
    ResponseEntity<String> sitemap(@PathVariable long page, HttpServletRequest request) {
        if (page > pages()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String site = site(request);
        List<StoryAddress> addresses = stories.addresses((page - 1) * RANGE + 1, page * RANGE);
        return response(XML).body(new XmlDocument("urlset", NAMESPACE, map -> {
            if (page == 1) {
                map.element("url", () -> map.element("loc", site + "/"));
            }
            for (StoryAddress address : addresses) {
                map.element("url", () -> {
                    map.element("loc", site + "/stories/" + address.slug());
                    map.element("lastmod", address.updatedAt().toString());
                });
            }
        }).toString());
    }

    /** Returns the number of pages of the sitemap: at least one, because the first page also lists the home page. */
    private long pages() {
        return Math.max(1, Math.ceilDiv(stories.lastId(), RANGE));
    }

    /**
     * Begins a response that the web server keeps for a second: it is the same for everybody, and a sitemap is made
     * from thousands of rows.
     */
    private static ResponseEntity.BodyBuilder response(MediaType type) {
        return ResponseEntity.ok().contentType(type).header(SharedPages.KEPT_SECONDS, SharedPages.A_SECOND);
    }

    private static String site(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }
}
