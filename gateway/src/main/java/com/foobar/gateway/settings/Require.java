package com.foobar.gateway.settings;

import java.time.Duration;

/** Checks the values of settings. A failed check throws an exception with a sentence that names the setting. */
public final class Require {

    private Require() {}

    /**
     * Checks a condition.
     *
     * @param sentence what is wrong: begins with the name of the setting without {@code foobar.gateway.}, and has no
     *            full stop
     * @throws IllegalArgumentException with the whole sentence, if the condition is false
     */
    public static void that(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException("foobar.gateway." + sentence + ".");
        }
    }

    /**
     * Checks that a value is 1 or more.
     *
     * @param name the name of the setting without {@code foobar.gateway.}
     * @throws IllegalArgumentException if the value is below 1
     */
    public static void atLeastOne(String name, long value) {
        that(value >= 1, name + " must be 1 or more, but is " + value);
    }

    /**
     * Checks that a time is a millisecond or more.
     *
     * @param name the name of the setting without {@code foobar.gateway.}
     * @throws IllegalArgumentException if the time is shorter than a millisecond
     */
    public static void atLeastOneMillisecond(String name, Duration value) {
        that(value.toMillis() >= 1, name + " must be a millisecond or more, but is " + value.toMillis() + " ms");
    }
}
