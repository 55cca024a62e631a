package com.foobar.web.api;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.foobar.web.story.CommentView;

/**
 * A comment in responses.
 *
 * @param body Markdown
 * @param html the body as HTML
 * @param editedAt null if the comment was never edited
 */
record CommentResource(long id, @Nullable AuthorResource author, String body, String html, Instant createdAt,
        @Nullable Instant editedAt, boolean hidden) {

    static CommentResource of(CommentView comment, String html) {
        return new CommentResource(comment.id(), AuthorResource.of(comment.author()), comment.body(), html,
                comment.createdAt(), comment.editedAt(), comment.hidden());
    }
}
