package com.foobar.web.api;

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
import com.foobar.web.paging.Page;
import com.foobar.web.quota.Counted;
import com.foobar.web.quota.Quotas;
import com.foobar.web.story.CommentText;
import com.foobar.web.story.CommentView;
import com.foobar.web.story.Comments;
import com.foobar.web.story.Stories;

/** Serves, adds, changes, deletes, hides and shows the comments on a story. */
@RestController
@RequestMapping(path = "/api/v1/stories/{slug}/comments", produces = MediaType.APPLICATION_JSON_VALUE)
class CommentApi {

    private final Comments comments;
    private final Stories stories;
    private final Markdown markdown;
    private final Validation checks;
    private final PrimaryReads primary;
    private final Quotas limits;

    CommentApi(Comments comments, Stories stories, Markdown markdown, Validation checks, PrimaryReads primary,
            Quotas limits) {
        this.comments = comments;
        this.stories = stories;
        this.markdown = markdown;
        this.checks = checks;
        this.primary = primary;
        this.limits = limits;
    }

    /**
     * A comment that a client sends.
     *
     * @param body null if it was left out
     */
    record Sent(@Nullable String body) {

        CommentText text() {
            return new CommentText(body);
        }
    }

    @GetMapping
    ResponseEntity<PageResponse<CommentResource>> list(@PathVariable String slug, PageQuery slice,
            @AuthenticationPrincipal @Nullable Viewer viewer) {
        Long reader = Viewer.idOf(viewer);
        Page<CommentView> page = comments.list(stories.find(slug, reader).summary(), reader, slice.cursor(),
                slice.limit());
        return Responses.page(page, this::resource);
    }

    @GetMapping("/{comment}")
    ResponseEntity<CommentResource> get(@PathVariable String slug, @PathVariable long comment,
            @AuthenticationPrincipal @Nullable Viewer viewer) {
        CommentView found = comments.find(slug, comment, Viewer.idOf(viewer));
        return Responses.tagged(resource(found), tag(found));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommentResource> create(@PathVariable String slug, @RequestBody Sent sent,
            @Nullable RequestKey key, @AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
        CommentText text = checks.valid(sent.text());
        CommentView added = Counted.make(() -> limits.countComment(viewer, request.getRemoteAddr()),
                () -> comments.added(viewer.accountId(), key, slug, text),
                () -> UnknownOutcome.resolved(key != null,
                        () -> comments.add(viewer.accountId(), key, slug, text)));
        return Responses.created("/api/v1/stories/" + slug + "/comments/" + added.id(), resource(added), tag(added));
    }

    @PutMapping(path = "/{comment}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommentResource> replace(@PathVariable String slug, @PathVariable long comment, IfMatch condition,
            @RequestBody Sent sent, @AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
        long version = condition.version(
                primary.of(() -> comments.find(slug, comment, viewer.accountId()).version()));
        CommentText text = checks.valid(sent.text());
        limits.countComment(viewer, request.getRemoteAddr());
        CommentView changed = comments.edit(viewer.accountId(), slug, comment, version, text);
        return Responses.tagged(resource(changed), tag(changed));
    }

    @DeleteMapping("/{comment}")
    ResponseEntity<Void> delete(@PathVariable String slug, @PathVariable long comment,
            @AuthenticationPrincipal Viewer viewer) {
        comments.delete(viewer.accountId(), slug, comment);
        return Responses.done();
    }

    @PutMapping("/{comment}/hidden")
    ResponseEntity<Void> hide(@PathVariable String slug, @PathVariable long comment,
            @AuthenticationPrincipal Viewer viewer) {
        comments.hide(viewer.accountId(), slug, comment, true);
        return Responses.done();
    }

    @DeleteMapping("/{comment}/hidden")
    ResponseEntity<Void> show(@PathVariable String slug, @PathVariable long comment,
            @AuthenticationPrincipal Viewer viewer) {
        comments.hide(viewer.accountId(), slug, comment, false);
        return Responses.done();
    }

    private CommentResource resource(CommentView comment) {
        return CommentResource.of(comment, markdown.comment(comment.body()));
    }

    private static String tag(CommentView comment) {
        return VersionTag.of(comment.version(), comment.author());
    }
}
