package com.foobar.web.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How a reader wants pages.
 *
 * @param timeZone the one that times are shown in
 * @param pageSize how many items a list shows at once, {@value #LEAST_PAGE_SIZE} to {@value #MOST_PAGE_SIZE}
 */
public record Preferences(Theme theme, ZoneId timeZone, int pageSize) {

    public static final int LEAST_PAGE_SIZE = 5;
    public static final int MOST_PAGE_SIZE = 50;

    /** What readers get who have not said what they want. */
    public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, ZoneId.of("UTC"), 10);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /**
     * Checks the page's size.
     *
     * @throws IllegalArgumentException where it is out of its range
     */
    public Preferences {
        if (pageSize < LEAST_PAGE_SIZE || pageSize > MOST_PAGE_SIZE) {
            throw new IllegalArgumentException("A page has %d to %d items, not %d.".formatted(LEAST_PAGE_SIZE,
                    MOST_PAGE_SIZE, pageSize));
        }
    }

    /** A time as the reader's clock shows it, to the minute and with its zone. */
    public String format(Instant time) {
        return TIME.format(time.atZone(timeZone));
    }

    /** A day as the reader's calendar shows it. */
    public String formatDate(Instant time) {
        return DATE.format(time.atZone(timeZone));
    }
}
