package com.foobar.web.infrastructure.picture;

/** A rectangle in the picture. */
public record Box(int x, int y, int width, int height) {

    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    public int centre() {
        return x + width / 2;
    }
}
