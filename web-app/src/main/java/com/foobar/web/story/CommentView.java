package com.foobar.web.story;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A comment as pages show it.
 *
 * @param author null where the author's account was deleted
 * @param body Markdown
 * @param editedAt null where it never was
 * @param hidden whether only its author and the story's see it
 * @param version what an edit says that it is based on
 */
public record CommentView(long id, @Nullable Author author, String body, Instant createdAt, @Nullable Instant editedAt,
        boolean hidden, long version) {

    /** Whether an account is its author's; null is nobody's. */
    public boolean isBy(@Nullable Long accountId) {
        return author != null && accountId != null && author.accountId() == accountId;
    }
}
