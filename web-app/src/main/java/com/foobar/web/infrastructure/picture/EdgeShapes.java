package com.foobar.web.infrastructure.picture;

import com.foobar.web.infrastructure.picture.Picture.Box;
import com.foobar.web.infrastructure.picture.Picture.Label;

/** Computes the SVG paths of lines. */
final class EdgeShapes {

    /** The distance of two lines that begin or end at the same part; less if the part is too narrow. */
    private static final int SPREAD = 18;
    /** The space at the end of a line for the head of the arrow. */
    private static final int ARROW = 9;
    private static final int SAG = 44;
    /** How much lower each further line sags. */
    static final int LOWER = 28;

    private EdgeShapes() {}

    /**
     * An end of a line at a part. The ends at a part stand side by side.
     *
     * @param number which end this is at the part, from 0
     * @param of how many ends there are at the part
     */
    record End(Box box, int number, int of) {

        private long x() {
            return Math.round(box.centre() + (number - (of - 1) / 2.0) * Math.min(SPREAD, box.width() * 0.6 / of));
        }
    }

    /** Returns the path from the lower edge of one part to the upper edge of another part. */
    static String down(End from, End to) {
        return curve(from.x(), from.box().bottom(), to.x(), to.box().y() - ARROW);
    }

    /**
     * Returns the path from one part to another part, which may be beside, below or above it.
     *
     * @param number which of several such lines this is, from 0
     */
    static String around(Box from, Box to, int number) {
        if (from.y() == to.y()) {
            int low = from.bottom() + sag(number);
            return "M%d %dC%d %d %d %d %d %d".formatted(from.centre(), from.bottom(), from.centre(), low, to.centre(),
                    low, to.centre(), to.bottom() + ARROW);
        }
        return from.y() < to.y() ? curve(from.centre(), from.bottom(), to.centre(), to.y() - ARROW)
                : curve(from.centre(), from.y(), to.centre(), to.bottom() + ARROW);
    }

    /** Returns a label beside a line of {@link #around}. */
    static Label beside(Box from, Box to, int number, StatusStyle look) {
        int x = (from.centre() + to.centre()) / 2;
        int y = from.y() == to.y() ? from.bottom() + sag(number) * 3 / 4 + 20
                : (Math.min(from.bottom(), to.bottom()) + Math.max(from.y(), to.y())) / 2 + 5;
        return new Label(x, y, look);
    }

    /**
     * Returns how far the control points of a line are below its parts. The line itself goes down three quarters of
     * this.
     */
    private static int sag(int number) {
        return SAG + number * LOWER * 4 / 3;
    }

    private static String curve(long x1, long y1, long x2, long y2) {
        long middle = (y1 + y2) / 2;
        return "M%d %dC%d %d %d %d %d %d".formatted(x1, y1, x1, middle, x2, middle, x2, y2);
    }
}
