package com.foobar.web.forms;

import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that the user typed breaks the rules; nothing was changed. */
public class RejectedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final LinkedHashMap<String, String> problems;

    /**
     * Rejects several fields.
     *
     * @param problems the problem of each field, as a sentence
     */
    public RejectedException(Map<String, String> problems) {
        super("Rejected: " + problems.keySet());
        this.problems = new LinkedHashMap<>(problems);
    }

    /**
     * Rejects one field.
     *
     * @param problem the problem, as a sentence
     */
    public RejectedException(String field, String problem) {
        this(Map.of(field, problem));
    }

    /** Returns the problems by field: for each field, a sentence that states the rule. The map is unmodifiable. */
    public Map<String, String> problems() {
        return Collections.unmodifiableMap(problems);
    }
}
