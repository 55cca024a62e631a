package com.foobar.web.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An API token as its owner sees it; the token itself is seen once, when it is made.
 *
 * @param name
 *            what its owner calls it
 * @param expiresAt
 *            null where it does not expire
 */
public record ApiTokenView(long id, String name, Instant createdAt, @Nullable Instant expiresAt) {}
