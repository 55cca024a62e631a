package com.foobar.web.topology.picture;

import java.util.Locale;

/** The two shapes of the picture, one for wide screens and one for phones; all lengths in the picture's own units. */
public enum Format {

    WIDE(1080, 190, 1064, 4, 300, 34), NARROW(360, 38, 354, 2, 150, 18);

    final int width;
    /** Where the columns begin, beside the tiers' names. */
    final int left;
    final int right;
    /** The most parts side by side. */
    final int columns;
    /** How wide a part is at most. */
    final int cardWidth;
    /** How many letters fit into a part. */
    final int letters;

    Format(int width, int left, int right, int columns, int cardWidth, int letters) {
        this.width = width;
        this.left = left;
        this.right = right;
        this.columns = columns;
        this.cardWidth = cardWidth;
        this.letters = letters;
    }

    /** The name of its style. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
