package com.foobar.web.story;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A comment as pages show it.
 *
 * @param author null if the author's account was deleted
 * @param body Markdown
 * @param editedAt null if the comment was never edited
 * @param hidden whether only the comment's author and the story's author see the comment
 * @param version the version that an edit of this comment is based on
 */
public record CommentView(long id, @Nullable Author author, String body, Instant createdAt, @Nullable Instant editedAt,
        boolean hidden, long version) {

    /** Returns whether an account is the comment's author; false for null. */
    public boolean isBy(@Nullable Long accountId) {
        return author != null && accountId != null && author.accountId() == accountId;
    }
}
