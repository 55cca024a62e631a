package com.foobar.gateway.settings;

import java.time.Duration;

/** Checks of configuration values that fail with a sentence. */
public final class Require {

    private Require() {}

    /** Fails with {@code foobar.gateway.} and the sentence where the condition does not hold. */
    public static void that(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException("foobar.gateway." + sentence + ".");
        }
    }

    /** Fails where the value is below 1. */
    public static void atLeastOne(String name, long value) {
        that(value >= 1, name + " must be 1 or more, but is " + value);
    }

    /** Fails where the time is below a millisecond. */
    public static void atLeastOneMillisecond(String name, Duration value) {
        that(value.toMillis() >= 1, name + " must be a millisecond or more, but is " + value.toMillis() + " ms");
    }
}
