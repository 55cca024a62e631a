package com.foobar.web.story;

import org.jspecify.annotations.Nullable;

/** What a transaction must know of a comment's row before it changes the comment. */
record CommentRow(long id, @Nullable Long authorId, boolean hidden, long version) {

    boolean isBy(long account) {
        return authorId != null && authorId == account;
    }
}
