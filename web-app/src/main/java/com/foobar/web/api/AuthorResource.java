package com.foobar.web.api;

import org.jspecify.annotations.Nullable;

import com.foobar.web.story.Author;

/** Who wrote something, as responses say it. */
record AuthorResource(String username, String displayName) {

    /** Null of an author whose account is gone. */
    static @Nullable AuthorResource of(@Nullable Author author) {
        return author == null ? null : new AuthorResource(author.username(), author.displayName());
    }
}
