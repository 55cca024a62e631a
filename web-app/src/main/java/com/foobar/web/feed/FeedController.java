package com.foobar.web.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import com.foobar.web.account.AuthorProfile;
import com.foobar.web.account.Profiles;
import com.foobar.web.caching.SharedPages;
import com.foobar.web.markdown.Markdown;
import com.foobar.web.story.Stories;
import com.foobar.web.story.StorySummary;

/**
 * Serves feeds of the newest stories: of all stories, of the stories with a tag, and of an author's stories. A client
 * that has the current feed already gets a response without content (304).
 */
@Controller
class FeedController {

    private static final int LENGTH = 20;
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final Stories stories;
    private final Profiles profiles;
    private final Markdown markdown;

    FeedController(Stories stories, Profiles profiles, Markdown markdown) {
        this.stories = stories;
        this.profiles = profiles;
        this.markdown = markdown;
    }

    @GetMapping("/" + AtomFeed.FILE)
    @Nullable
    ResponseEntity<String> newest(ServletWebRequest request) {
        return response(feed("foobar.com", "/", stories.newest(null, LENGTH).items()), request);
    }

    @GetMapping("/tags/{tag}/" + AtomFeed.FILE)
    @Nullable
    ResponseEntity<String> ofTag(@PathVariable String tag, ServletWebRequest request) {
        List<StorySummary> found = stories.byTag(tag, null, LENGTH).items();
        if (found.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return response(feed(tag + " – foobar.com", "/tags/" + UriUtils.encodePathSegment(tag, StandardCharsets.UTF_8),
                found), request);
    }

    @GetMapping("/authors/{username}/" + AtomFeed.FILE)
    @Nullable
    ResponseEntity<String> ofAuthor(@PathVariable String username, ServletWebRequest request) {
        AuthorProfile author = profiles.author(username)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return response(feed(author.displayName() + " – foobar.com", "/authors/" + author.username(),
                stories.byAuthor(author.accountId(), null, LENGTH).items()), request);
    }

    private AtomFeed feed(String title, String path, List<StorySummary> found) {
        return new AtomFeed(title, path, stories.withBodies(found));
    }

    /** Returns the response, or null if it is complete already because the client has the current feed (304). */
    private @Nullable ResponseEntity<String> response(AtomFeed feed, ServletWebRequest request) {
        String site = ServletUriComponentsBuilder.fromContextPath(request.getRequest()).toUriString();
        String xml = feed.xml(site, markdown::story);
        return request.checkNotModified(digest(xml), feed.updated().toEpochMilli())
                ? null
                : ResponseEntity.ok().contentType(ATOM).cacheControl(CacheControl.noCache())
                        .header(SharedPages.KEPT_SECONDS, SharedPages.A_SECOND).body(xml);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
