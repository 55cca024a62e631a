package com.foobar.web.account;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An API token as its owner sees it. The token itself is shown only once, when it is created.
 *
 * @param name the name that the owner gave to the token
 * @param expiresAt null if the token does not expire: older tokens were created without an expiry
 * @param lastUsedAt the last recorded use (uses are recorded once an hour at most); null if there is none
 */
public record ApiTokenView(long id, String name, Set<Scope> scopes, Instant createdAt, @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public ApiTokenView {
        scopes = Set.copyOf(scopes);
    }

    /** Returns whether the token allows changes. */
    public boolean writes() {
        return scopes.contains(Scope.WRITE);
    }
}
