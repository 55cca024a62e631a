package com.foobar.web.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An account as every reader sees it.
 *
 * @param biography plain text, maybe empty
 * @param email null where the author gave none or does not want it seen
 */
public record AuthorProfile(long accountId, String username, String displayName, String biography,
        @Nullable String email, Instant createdAt) {}
