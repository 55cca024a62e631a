package com.foobar.web.infrastructure.picture;

import java.time.Duration;
import java.util.Locale;

/** Figures as people read them. */
final class Phrases {

    private static final int WHOLE_FROM = 10;
    private static final String ELLIPSIS = "…";

    private Phrases() {}

    /** Seconds up to two minutes, minutes from there. */
    static String duration(Duration duration) {
        return duration.toSeconds() < 120 ? duration.toSeconds() + " s" : duration.toMinutes() + " min";
    }

    static String ago(Duration duration) {
        return duration.toSeconds() == 0 ? "just now" : duration(duration) + " ago";
    }

    /** A rate or a time, with a decimal where it is small. */
    static String number(double value) {
        return String.format(Locale.ROOT, value == 0 || value >= WHOLE_FROM ? "%.0f" : "%.1f", value);
    }

    static String count(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f') + " " + (count == 1 ? one : many);
    }

    /** The text, cut where it is longer than there is room for. */
    static String fit(String text, double letters) {
        return text.length() <= letters ? text : text.substring(0, (int) letters - 1) + ELLIPSIS;
    }
}
