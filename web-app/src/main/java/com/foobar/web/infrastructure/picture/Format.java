package com.foobar.web.infrastructure.picture;

import java.util.Locale;

/** The two formats of the picture, for wide screens and for phones. All lengths are in the picture's own units. */
public enum Format {

    WIDE(1080, 190, 1064, 4, 300, 9, 6.6), NARROW(360, 36, 356, 2, 154, 7.9, 6.3);

    final int width;
    /** The x coordinate at which the columns begin, beside the names of the tiers. */
    final int left;
    final int right;
    /** The most parts in a row. */
    final int columns;
    /** The greatest width of a part. */
    final int cardWidth;
    /** The average width of a letter in the name of a part, or in a position. */
    final double largeLetter;
    /** The average width of a letter in other texts. */
    final double smallLetter;

    Format(int width, int left, int right, int columns, int cardWidth, double largeLetter, double smallLetter) {
        this.width = width;
        this.left = left;
        this.right = right;
        this.columns = columns;
        this.cardWidth = cardWidth;
        this.largeLetter = largeLetter;
        this.smallLetter = smallLetter;
    }

    /** Returns the CSS class of the picture. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
