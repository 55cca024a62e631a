package com.foobar.web.account.throttle;

import java.time.Duration;
import java.time.Instant;

/**
 * The number of attempts that are allowed in a window of time. The window begins with the first attempt.
 *
 * @param attempts at least 1
 * @param window longer than zero
 */
public record Limit(int attempts, Duration window) {

    /**
     * Checks both values.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    public Limit {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be 1 or more.");
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException("window must be longer than 0.");
        }
    }

    /** Returns how long until one more attempt is allowed; zero if it is allowed now. */
    Duration wait(Attempts made, Instant now) {
        Instant end = made.since().plus(window);
        return made.count() < attempts || !now.isBefore(end) ? Duration.ZERO : Duration.between(now, end);
    }

    /**
     * Returns whether more attempts were counted than the limit allows. This happens if many attempts come at the same
     * time.
     */
    boolean isExceededBy(Attempts made) {
        return made.count() > attempts;
    }
}
