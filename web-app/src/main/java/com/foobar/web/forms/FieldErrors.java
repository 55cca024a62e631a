package com.foobar.web.forms;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Collects all errors in a form, so that the user sees all of them at once. */
public final class FieldErrors {

    private final Map<String, String> byField = new LinkedHashMap<>();

    /**
     * Adds the problem of a field; does nothing if the field has a problem already.
     *
     * @param problem the problem as a sentence; null if the field is valid
     * @return this
     */
    public FieldErrors add(String field, @Nullable String problem) {
        if (problem != null) {
            byField.putIfAbsent(field, problem);
        }
        return this;
    }

    /**
     * Returns normally if there are no problems.
     *
     * @throws RejectedException if there are problems; the exception has all of them
     */
    public void throwIfAny() {
        if (!byField.isEmpty()) {
            throw new RejectedException(byField);
        }
    }
}
