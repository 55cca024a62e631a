package com.foobar.gateway.server;

import java.time.Duration;

/**
 * Computes how long an ejection lasts: twice as long as the one before, up to {@code max-time}. After {@code max-time}
 * without an ejection, the next ejection lasts {@code base-time} again.
 */
final class EjectionTime {

    private final Duration base;
    private final Duration max;

    private Duration last = Duration.ZERO;
    private long lastEnd;

    EjectionTime(EjectionProperties properties) {
        this.base = properties.baseTime();
        this.max = properties.maxTime();
    }

    /**
     * Returns how long an ejection lasts that begins now.
     *
     * @param now the present time, as {@link System#nanoTime()} returns it
     */
    Duration next(long now) {
        boolean quiet = last.isZero() || now - lastEnd > max.toNanos();
        Duration time = quiet ? base : last.multipliedBy(2);
        last = time.compareTo(max) > 0 ? max : time;
        lastEnd = now + last.toNanos();
        return last;
    }
}
