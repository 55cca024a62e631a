package com.foobar.web.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor that the part after this one begins behind, as it stands in addresses, or null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** A page that shows nothing. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null);
    }

    /**
     * The page that begins a list of which one item more than fits was asked for.
     *
     * @param found at most {@code size + 1} items
     * @param cursor where an item stands in the list
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, Cursor> cursor) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        List<T> shown = found.subList(0, size);
        return new Page<>(shown, cursor.apply(shown.getLast()).text());
    }

    /** The same page of other items. */
    public <U> Page<U> map(Function<? super T, U> change) {
        return new Page<>(items.stream().<U> map(change).toList(), next);
    }
}
