package com.foobar.gateway.server;

import java.time.Duration;

/** How long an ejection lasts: twice as long as the one before, up to a limit, and short again after a quiet time. */
final class EjectionTime {

    private final Duration base;
    private final Duration max;

    private Duration last = Duration.ZERO;
    private long lastEnd;

    EjectionTime(EjectionProperties properties) {
        this.base = properties.baseTime();
        this.max = properties.maxTime();
    }

    /** The length of an ejection that begins at {@code now}, in {@code nanoTime}'s terms. */
    Duration next(long now) {
        boolean quiet = last.isZero() || now - lastEnd > max.toNanos();
        Duration time = quiet ? base : last.multipliedBy(2);
        last = time.compareTo(max) > 0 ? max : time;
        lastEnd = now + last.toNanos();
        return last;
    }
}
