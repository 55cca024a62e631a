package com.foobar.web.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A list, or a page of it, in responses.
 *
 * @param next the cursor of the following page, or null if there is none
 */
record PageResponse<T>(List<T> items, @Nullable String next) {

    PageResponse {
        items = List.copyOf(items);
    }
}
