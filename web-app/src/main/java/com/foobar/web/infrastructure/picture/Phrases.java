package com.foobar.web.infrastructure.picture;

import java.time.Duration;
import java.util.Locale;

/** Writes figures and texts for people to read. */
final class Phrases {

    private static final int WHOLE_FROM = 10;
    private static final String ELLIPSIS = "…";

    private Phrases() {}

    /** Returns the duration in seconds if it is less than two minutes, and otherwise in minutes. */
    static String duration(Duration duration) {
        return duration.toSeconds() < 120 ? duration.toSeconds() + " s" : duration.toMinutes() + " min";
    }

    static String ago(Duration duration) {
        return duration.toSeconds() == 0 ? "just now" : duration(duration) + " ago";
    }

    /** Returns a rate or a time, with one decimal if it is less than 10 and not 0. */
    static String number(double value) {
        return String.format(Locale.ROOT, value == 0 || value >= WHOLE_FROM ? "%.0f" : "%.1f", value);
    }

    static String count(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f') + " " + (count == 1 ? one : many);
    }

    /**
     * Returns the text, shortened if there is no room for it.
     *
     * @param letters how many letters there is room for
     */
    static String fit(String text, double letters) {
        return text.length() <= letters ? text : text.substring(0, (int) letters - 1) + ELLIPSIS;
    }
}
