package com.foobar.web.infrastructure.picture;

/** A rectangle in the picture, in the picture's units. */
public record Box(int x, int y, int width, int height) {

    /** Returns the x coordinate of the right edge. */
    public int right() {
        return x + width;
    }

    /** Returns the y coordinate of the lower edge. */
    public int bottom() {
        return y + height;
    }

    /** Returns the x coordinate of the centre. */
    public int centre() {
        return x + width / 2;
    }
}
