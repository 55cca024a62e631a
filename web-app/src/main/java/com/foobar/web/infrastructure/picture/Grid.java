package com.foobar.web.infrastructure.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.foobar.web.infrastructure.picture.Picture.Box;

/** Places parts in rows. */
final class Grid {

    private static final int GAP = 16;

    private Grid() {}

    /** Returns a row of boxes with the same width and height, evenly spread over the columns. */
    static List<Box> row(Format format, int count, int y, int height) {
        int column = (format.right - format.left) / count;
        int width = Math.min(format.cardWidth, column - (count > 1 ? GAP / 2 : 0));
        return IntStream.range(0, count)
                .mapToObj(i -> new Box(format.left + column * i + (column - width) / 2, y, width, height)).toList();
    }

    /** Divides the parts into as many rows as they need. */
    static <T> List<List<T>> rows(Format format, List<T> parts) {
        ArrayList<List<T>> rows = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += format.columns) {
            rows.add(parts.subList(from, Math.min(parts.size(), from + format.columns)));
        }
        return rows;
    }

    /** Returns a box inside another box, with a margin on its left and right side. */
    static Box within(Box outer, int margin, int y, int height) {
        return new Box(outer.x() + margin, y, outer.width() - 2 * margin, height);
    }
}
