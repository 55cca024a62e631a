package com.foobar.replication.settings;

import java.time.Duration;

import org.springframework.util.Assert;

/** Checks durations that are set under {@code foobar.replication}. */
public final class Durations {

    private Durations() {}

    /**
     * Fails if a duration is too short.
     *
     * @param name the setting's name below {@code foobar.replication}
     * @param leastMillis the shortest duration that is allowed, in milliseconds
     * @throws IllegalArgumentException with a sentence that names the setting
     */
    public static void atLeast(String name, Duration value, int leastMillis) {
        Assert.isTrue(value.compareTo(Duration.ofMillis(leastMillis)) >= 0,
                () -> "foobar.replication." + name + " must be at least " + leastMillis + " ms.");
    }

    /**
     * Fails if a duration is negative.
     *
     * @param name the setting's name below {@code foobar.replication}
     * @throws IllegalArgumentException with a sentence that names the setting
     */
    public static void notNegative(String name, Duration value) {
        Assert.isTrue(!value.isNegative(), () -> "foobar.replication." + name + " must not be negative.");
    }
}
