package com.foobar.web.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How a reader wants to see pages.
 *
 * @param timeZone the time zone of all times on the pages
 * @param pageSize number of items that a list shows at once, {@value #LEAST_PAGE_SIZE} to {@value #MOST_PAGE_SIZE}
 */
public record Preferences(Theme theme, ZoneId timeZone, int pageSize) {

    /** Minimum page size. */
    public static final int LEAST_PAGE_SIZE = 5;
    /** Maximum page size. */
    public static final int MOST_PAGE_SIZE = 50;

    /** The preferences of readers who have chosen nothing. */
    public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, ZoneId.of("UTC"), 10);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /**
     * Checks the page size.
     *
     * @throws IllegalArgumentException if the page size is out of its range
     */
    public Preferences {
        if (pageSize < LEAST_PAGE_SIZE || pageSize > MOST_PAGE_SIZE) {
            throw new IllegalArgumentException("A page has %d to %d items, not %d.".formatted(LEAST_PAGE_SIZE,
                    MOST_PAGE_SIZE, pageSize));
        }
    }

    /** Returns a time in the reader's time zone, to the minute and with the name of the zone. */
    public String format(Instant time) {
        return TIME.format(time.atZone(timeZone));
    }

    /** Returns the date of a time in the reader's time zone. */
    public String formatDate(Instant time) {
        return DATE.format(time.atZone(timeZone));
    }
}
