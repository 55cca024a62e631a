package com.foobar.web.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import javax.xml.stream.XMLStreamException;

import org.springframework.web.util.UriUtils;

import com.foobar.web.story.Author;
import com.foobar.web.story.StorySummary;
import com.foobar.web.story.StoryView;

/**
 * A list of stories as an Atom feed (RFC 4287). The identifiers of its stories stay the same if the site's addresses
 * change: they are tag URIs (RFC 4151) that contain the identifier from the database.
 *
 * @param path the path of the list's page; the feed's own path is below it
 * @param stories published stories, newest first
 */
record AtomFeed(String title, String path, List<StoryView> stories) {

    static final String FILE = "feed.atom";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String IDENTIFIER = "tag:foobar.com,2026:";

    /** Returns the time of the latest change of a story, or the epoch if there are no stories. */
    Instant updated() {
        return stories.stream().map(story -> story.summary().updatedAt()).max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /**
     * Returns the feed as XML.
     *
     * @param site the site's own address, before all paths, without a slash at its end
     * @param render turns a body into HTML
     */
    String xml(String site, UnaryOperator<String> render) {
        String page = site + path;
        return new XmlDocument("feed", NAMESPACE, feed -> {
            feed.element("id", IDENTIFIER + "stories" + path);
            feed.element("title", title);
            feed.element("updated", updated().toString());
            feed.empty("link", "rel", "self", "type", "application/atom+xml", "href", below(page, FILE));
            feed.empty("link", "rel", "alternate", "type", "text/html", "href", page);
            for (StoryView story : stories) {
                feed.element("entry", () -> entry(feed, story, site, render));
            }
        }).toString();
    }

    private static void entry(XmlDocument feed, StoryView story, String site, UnaryOperator<String> render)
            throws XMLStreamException {
        StorySummary summary = story.summary();
        String address = site + "/stories/" + summary.slug();
        feed.element("id", IDENTIFIER + "story/" + summary.id());
        feed.element("title", summary.title());
        feed.empty("link", "rel", "alternate", "type", "text/html", "href", address);
        feed.element("published", Objects.requireNonNull(summary.publishedAt()).toString());
        feed.element("updated", summary.updatedAt().toString());
        feed.element("author", () -> author(feed, summary, site));
        for (String tag : summary.tags()) {
            feed.empty("category", "term", tag);
        }
        feed.element("summary", summary.excerpt());
        feed.element("content", render.apply(story.body()), "type", "html", "xml:base", address);
    }

    private static void author(XmlDocument feed, StorySummary story, String site) throws XMLStreamException {
        Author author = story.author();
        if (author == null) {
            feed.element("name", "a deleted author");
        } else {
            feed.element("name", author.displayName());
            feed.element("uri", below(site + "/authors", UriUtils.encodePathSegment(author.username(),
                    StandardCharsets.UTF_8)));
        }
    }

    private static String below(String address, String name) {
        return address.endsWith("/") ? address + name : address + "/" + name;
    }
}
