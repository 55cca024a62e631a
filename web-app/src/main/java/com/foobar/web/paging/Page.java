package com.foobar.web.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor after which the following page begins, as a text for addresses; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** Returns a page without items, which is also the last page. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null);
    }

    /**
     * Returns a page with the first {@code size} of the items.
     *
     * @param found the items of a query for {@code size + 1} of them; the additional item shows that another page
     *            follows
     * @param size the most items of the page
     * @param cursor returns the place of an item in the list
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, Cursor> cursor) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        List<T> shown = found.subList(0, size);
        return new Page<>(shown, cursor.apply(shown.getLast()).text());
    }

    /** Returns the same page with each item replaced by another one. */
    public <U> Page<U> map(Function<? super T, U> change) {
        return new Page<>(items.stream().<U> map(change).toList(), next);
    }
}
