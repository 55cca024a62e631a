package com.foobar.web.account;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An API token that a user wants to create.
 *
 * @param name the name that the user gives to the token; null if none was sent
 * @param lifetime how long the token is valid; longer than zero, at most {@link #LONGEST}
 * @param scopes what the token may be used for
 */
public record TokenRequest(@Nullable String name, Duration lifetime, Set<Scope> scopes) {

    /** How long a token is valid if its owner chooses nothing. */
    public static final Duration USUAL = Duration.ofDays(90);
    /** Maximum lifetime of a token. */
    public static final Duration LONGEST = Duration.ofDays(365);

    /**
     * Checks the lifetime, and adds the scopes that the given scopes imply.
     *
     * @throws IllegalArgumentException if the lifetime is out of its range; callers must check the user's choice first
     */
    public TokenRequest {
        if (!lifetime.isPositive() || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A token is good for " + LONGEST.toDays() + " days at most.");
        }
        scopes = Scope.closed(scopes);
    }
}
