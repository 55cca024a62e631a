package com.foobar.gateway.proxy;

import java.util.Set;

import io.netty.handler.codec.http.HttpMethod;

/** Decides whether a request that one server failed may go to another server. */
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

    /**
     * Returns whether a response with this status should be replaced by the response of another server, if possible.
     */
    boolean isBad(int status) {
        return status >= 500 && statuses.contains(status);
    }

    /**
     * Returns whether the request may be retried as long as no response has begun: always if nothing was sent yet;
     * otherwise only if it is idempotent and has no body.
     *
     * @param attempts the number of attempts so far, this one included
     */
    boolean allows(Attempt attempt, int attempts) {
        return attempts < maxAttempts && !attempt.hasResponseBegun() && (!attempt.wasSent() || attempt.isRepeatable());
    }
}
