package com.foobar.web.account;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An API token as its owner sees it; the token itself is seen once, when it is made.
 *
 * @param name what its owner calls it
 * @param expiresAt null where it does not expire, as those that were made before each had to
 * @param lastUsedAt to the hour; null where it was never used
 */
public record ApiTokenView(long id, String name, Set<Scope> scopes, Instant createdAt, @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public ApiTokenView {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it may change something. */
    public boolean writes() {
        return scopes.contains(Scope.WRITE);
    }
}
