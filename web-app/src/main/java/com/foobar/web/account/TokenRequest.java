package com.foobar.web.account;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An API token that somebody wants to make.
 *
 * @param name what its owner calls it; null where it was left out
 * @param lifetime how long it is good, {@link #LONGEST} at most
 */
public record TokenRequest(@Nullable String name, Duration lifetime, Set<Scope> scopes) {

    /** How long a token is good where its owner chooses nothing. */
    public static final Duration USUAL = Duration.ofDays(90);
    public static final Duration LONGEST = Duration.ofDays(365);

    /** Whatever it was made from must have checked the lifetime. */
    public TokenRequest {
        if (!lifetime.isPositive() || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A token is good for " + LONGEST.toDays() + " days at most.");
        }
        scopes = Scope.closed(scopes);
    }
}
