package com.foobar.web.account;

import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What someone typed breaks rules; nothing was changed. */
public class RejectedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final LinkedHashMap<String, String> problems;

    RejectedException(Map<String, String> problems) {
        super("Rejected: " + problems.keySet());
        this.problems = new LinkedHashMap<>(problems);
    }

    RejectedException(String field, String problem) {
        this(Map.of(field, problem));
    }

    /** By field, the rule that it breaks, as a sentence. */
    public Map<String, String> problems() {
        return Collections.unmodifiableMap(problems);
    }
}
