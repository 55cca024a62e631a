package com.foobar.web.api;

import org.jspecify.annotations.Nullable;

import com.foobar.web.story.Author;

/** The author of a story or a comment in responses. */
record AuthorResource(String username, String displayName) {

    /** Returns the author for responses; null if the account was deleted. */
    static @Nullable AuthorResource of(@Nullable Author author) {
        return author == null ? null : new AuthorResource(author.username(), author.displayName());
    }
}
