package com.foobar.web.account;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Gathers all that is wrong with a form, so that it is said at once. */
final class Problems {

    private final Map<String, String> byField = new LinkedHashMap<>();

    /** Notes a field's problem where there is one and none is noted yet. */
    Problems add(String field, @Nullable String problem) {
        if (problem != null) {
            byField.putIfAbsent(field, problem);
        }
        return this;
    }

    /**
     * Goes on where nothing is wrong.
     *
     * @throws RejectedException
     *             with all problems
     */
    void throwIfAny() {
        if (!byField.isEmpty()) {
            throw new RejectedException(byField);
        }
    }
}
