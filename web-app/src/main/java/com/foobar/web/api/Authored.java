package com.foobar.web.api;

import org.jspecify.annotations.Nullable;

import com.foobar.web.story.Author;

/** Who wrote something, as responses say it. */
record Authored(String username, String displayName) {

    /** Null of an author whose account is gone. */
    static @Nullable Authored of(@Nullable Author author) {
        return author == null ? null : new Authored(author.username(), author.displayName());
    }
}
