package com.foobar.web.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An account as every reader sees it.
 *
 * @param biography plain text, may be empty
 * @param email null if the author gave no address or does not show it
 */
public record AuthorProfile(long accountId, String username, String displayName, String biography,
        @Nullable String email, Instant createdAt) {}
