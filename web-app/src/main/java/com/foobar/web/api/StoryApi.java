package com.foobar.web.api;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.account.Viewer;
import com.foobar.web.idempotency.RequestKey;
import com.foobar.web.idempotency.UnknownOutcome;
import com.foobar.web.markdown.Markdown;
import com.foobar.web.quota.Counted;
import com.foobar.web.quota.Quotas;
import com.foobar.web.story.Authoring;
import com.foobar.web.story.Stories;
import com.foobar.web.story.StoryText;
import com.foobar.web.story.StoryView;

/** Serves, stores, publishes and deletes single stories. */
@RestController
@RequestMapping(path = "/api/v1/stories", produces = MediaType.APPLICATION_JSON_VALUE)
class StoryApi {

    private static final String ADDRESS = "/api/v1/stories/";

    private final Stories stories;
    private final Authoring authoring;
    private final Markdown markdown;
    private final Validation checks;
    private final PrimaryReads primary;
    private final Quotas limits;

    StoryApi(Stories stories, Authoring authoring, Markdown markdown, Validation checks, PrimaryReads primary,
            Quotas limits) {
        this.stories = stories;
        this.authoring = authoring;
        this.markdown = markdown;
        this.checks = checks;
        this.primary = primary;
        this.limits = limits;
    }

    /** The new content of a story that a client sends; members that were left out are null. */
    record StoryChange(@Nullable String title, @Nullable String body, @Nullable List<String> tags) {

        StoryText text() {
            return new StoryText(title, body, tags);
        }
    }

    /**
     * A new story that a client sends; members that were left out are null.
     *
     * @param publish whether the story is published at once; null means true
     */
    record NewStory(@Nullable String title, @Nullable String body, @Nullable List<String> tags,
            @Nullable Boolean publish) {

        StoryText text() {
            return new StoryText(title, body, tags);
        }

        boolean isPublished() {
            return publish == null || publish;
        }
    }

    @GetMapping("/{slug}")
    ResponseEntity<?> get(@PathVariable String slug, @AuthenticationPrincipal @Nullable Viewer viewer) {
        StoryView story = stories.find(slug, Viewer.idOf(viewer));
        return story.slug().equals(slug) ? Responses.tagged(resource(story), tag(story))
                : Responses.moved(ADDRESS + story.slug());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StoryResource> create(@RequestBody NewStory sent, @Nullable RequestKey key,
            @AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
        StoryText text = checks.valid(sent.text());
        StoryView story = Counted.make(() -> limits.countStory(viewer, request.getRemoteAddr()),
                () -> authoring.written(viewer.accountId(), key, text, sent.isPublished()),
                () -> UnknownOutcome.resolved(key != null,
                        () -> authoring.write(viewer.accountId(), key, text, sent.isPublished())));
        return Responses.created(ADDRESS + story.slug(), resource(story), tag(story));
    }

    @PutMapping(path = "/{slug}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StoryResource> replace(@PathVariable String slug, IfMatch condition, @RequestBody StoryChange sent,
            @AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
        long version = condition.version(primary.of(() -> version(slug, viewer)));
        StoryText text = checks.valid(sent.text());
        limits.countStory(viewer, request.getRemoteAddr());
        StoryView story = authoring.edit(viewer.accountId(), slug, version, text, false);
        return Responses.replaced(ADDRESS + story.slug(), resource(story), tag(story));
    }

    @PostMapping("/{slug}/publish")
    ResponseEntity<StoryResource> publish(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer,
            HttpServletRequest request) {
        StoryView story = authoring.published(viewer.accountId(), slug).orElseGet(() -> {
            limits.countStory(viewer, request.getRemoteAddr());
            return authoring.publish(viewer.accountId(), slug);
        });
        return Responses.tagged(resource(story), tag(story));
    }

    @DeleteMapping("/{slug}")
    ResponseEntity<Void> delete(@PathVariable String slug, @Nullable IfMatch condition,
            @AuthenticationPrincipal Viewer viewer) {
        authoring.delete(viewer.accountId(), slug,
                condition == null ? null : condition.version(primary.of(() -> version(slug, viewer))));
        return Responses.done();
    }

    private long version(String slug, Viewer viewer) {
        return stories.findOwn(slug, viewer.accountId()).summary().version();
    }

    private StoryResource resource(StoryView story) {
        return StoryResource.of(story.summary(), story.body(), markdown.story(story.body()));
    }

    private static String tag(StoryView story) {
        return VersionTag.of(story.summary().version(), story.summary().author());
    }
}
