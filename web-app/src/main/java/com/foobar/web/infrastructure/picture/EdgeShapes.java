package com.foobar.web.infrastructure.picture;

/** The shapes of lines. */
final class EdgeShapes {

    /** The distance of two lines that begin or end at one part. */
    private static final int SPREAD = 18;
    /** What a line leaves free at its end for the head of the arrow. */
    private static final int ARROW = 9;
    private static final int SAG = 44;
    /** How much lower each further line sags. */
    static final int LOWER = 28;

    private EdgeShapes() {}

    /**
     * Where a line begins or ends: one of several at a part, side by side.
     *
     * @param number which, from 0
     * @param of how many there are
     */
    record End(Box box, int number, int of) {

        private long x() {
            return Math.round(box.centre() + (number - (of - 1) / 2.0) * Math.min(SPREAD, box.width() * 0.6 / of));
        }
    }

    /** From the lower edge of one part to the upper edge of another. */
    static String down(End from, End to) {
        return curve(from.x(), from.box().bottom(), to.x(), to.box().y() - ARROW);
    }

    /**
     * From one part to another that may be beside, below or above it.
     *
     * @param number which of several such lines, from 0
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

    /** A point for words beside such a line. */
    static Label beside(Box from, Box to, int number, StatusStyle look) {
        int x = (from.centre() + to.centre()) / 2;
        int y = from.y() == to.y() ? from.bottom() + sag(number) * 3 / 4 + 20
                : (Math.min(from.bottom(), to.bottom()) + Math.max(from.y(), to.y())) / 2 + 5;
        return new Label(x, y, look);
    }

    /** A curve goes down three quarters of the way to its control points. */
    private static int sag(int number) {
        return SAG + number * LOWER * 4 / 3;
    }

    private static String curve(long x1, long y1, long x2, long y2) {
        long middle = (y1 + y2) / 2;
        return "M%d %dC%d %d %d %d %d %d".formatted(x1, y1, x1, middle, x2, middle, x2, y2);
    }
}
