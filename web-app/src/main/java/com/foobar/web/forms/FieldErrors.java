package com.foobar.web.forms;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Gathers all that is wrong with a form, so that it is said at once. */
public final class FieldErrors {

    private final Map<String, String> byField = new LinkedHashMap<>();

    /** Notes a field's problem where there is one and none is noted yet. */
    public FieldErrors add(String field, @Nullable String problem) {
        if (problem != null) {
            byField.putIfAbsent(field, problem);
        }
        return this;
    }

    /**
     * Goes on where nothing is wrong.
     *
     * @throws RejectedException with all problems
     */
    public void throwIfAny() {
        if (!byField.isEmpty()) {
            throw new RejectedException(byField);
        }
    }
}
