package com.foobar.web.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A list, or a page of it.
 *
 * @param next the cursor of the page after it, or null where there is none
 */
record PageResponse<T>(List<T> items, @Nullable String next) {

    PageResponse {
        items = List.copyOf(items);
    }
}
