package com.foobar.web.infrastructure.picture;

import java.util.Locale;

/** The two shapes of the picture, one for wide screens and one for phones; all lengths in the picture's own units. */
public enum Format {

    WIDE(1080, 190, 1064, 4, 300, 9, 6.6), NARROW(360, 36, 356, 2, 154, 7.9, 6.3);

    final int width;
    /** Where the columns begin, beside the tiers' names. */
    final int left;
    final int right;
    /** The most parts side by side. */
    final int columns;
    /** How wide a part is at most. */
    final int cardWidth;
    /** How wide a letter of a part's name is, or one of a position, on the average. */
    final double largeLetter;
    /** How wide any other letter is. */
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

    /** The name of its style. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
