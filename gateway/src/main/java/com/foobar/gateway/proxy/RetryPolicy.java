package com.foobar.gateway.proxy;

import java.util.Set;

import io.netty.handler.codec.http.HttpMethod;

/** Says whether a request that a server failed may go to another. */
final class RetryPolicy {

    /** The methods that are idempotent by RFC 9110, section 9.2.2. */
    private static final Set<HttpMethod> IDEMPOTENT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS,
            HttpMethod.TRACE, HttpMethod.PUT, HttpMethod.DELETE);

    private final int maxAttempts;
    private final Set<Integer> statuses;
    private final RetryBudget budget;

    RetryPolicy(RetryProperties properties, RetryBudget budget) {
        this.maxAttempts = properties.attempts();
        this.statuses = properties.statuses();
        this.budget = budget;
    }

    static boolean isIdempotent(HttpMethod method) {
        return IDEMPOTENT.contains(method);
    }

    RetryBudget budget() {
        return budget;
    }

    /** Whether the answer is one after which another server should be asked, where that is allowed. */
    boolean isBad(int status) {
        return status >= 500 && statuses.contains(status);
    }

    /**
     * Whether this attempt may be followed by another: where nothing was sent always, or else only if all of it may be
     * and can be sent again.
     */
    boolean allows(Attempt attempt, int attempts) {
        return attempts < maxAttempts && !attempt.wasAnswered() && (!attempt.wasSent() || attempt.isRepeatable());
    }
}
