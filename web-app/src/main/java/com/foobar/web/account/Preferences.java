package com.foobar.web.account;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How a reader wants pages.
 *
 * @param timeZone
 *            the one that times are shown in
 * @param pageSize
 *            how many items a list shows at once, {@value #LEAST_PAGE_SIZE} to {@value #MOST_PAGE_SIZE}
 */
public record Preferences(Theme theme, ZoneId timeZone, int pageSize) {

    public static final int LEAST_PAGE_SIZE = 5;
    public static final int MOST_PAGE_SIZE = 50;

    /** What readers get who have not said what they want. */
    public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, ZoneOffset.UTC, 10);

    /**
     * Checks the page's size.
     *
     * @throws IllegalArgumentException
     *             where it is out of its range
     */
    public Preferences {
        if (pageSize < LEAST_PAGE_SIZE || pageSize > MOST_PAGE_SIZE) {
            throw new IllegalArgumentException("A page has %d to %d items, not %d.".formatted(LEAST_PAGE_SIZE,
                    MOST_PAGE_SIZE, pageSize));
        }
    }
}
