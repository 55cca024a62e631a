package com.foobar.web.account.throttle;

import java.time.Duration;
import java.time.Instant;

/**
 * How many attempts are allowed in a time that begins with the first of them.
 *
 * @param attempts at least 1
 * @param window longer than nothing
 */
public record Limit(int attempts, Duration window) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException where one is out of its range
     */
    public Limit {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be 1 or more.");
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException("window must be longer than 0.");
        }
    }

    /** How long until one more attempt is allowed; zero where it is allowed now. */
    Duration wait(Attempts made, Instant now) {
        Instant end = made.since().plus(window);
        return made.count() < attempts || !now.isBefore(end) ? Duration.ZERO : Duration.between(now, end);
    }

    /** Whether more attempts were counted than are allowed, which happens where many come at once. */
    boolean isExceededBy(Attempts made) {
        return made.count() > attempts;
    }
}
