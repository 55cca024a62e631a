package com.foobar.web.forms;

import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What someone typed breaks rules; nothing was changed. */
public class RejectedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final LinkedHashMap<String, String> problems;

    public RejectedException(Map<String, String> problems) {
        super("Rejected: " + problems.keySet());
        this.problems = new LinkedHashMap<>(problems);
    }

    public RejectedException(String field, String problem) {
        this(Map.of(field, problem));
    }

    /** By field, the rule that it breaks, as a sentence. */
    public Map<String, String> problems() {
        return Collections.unmodifiableMap(problems);
    }
}
