package com.foobar.replication.routing;

import java.util.regex.Pattern;

/** Detects statements that lock the rows that they read; such locks have an effect only on the primary. */
final class LockingReads {

    private static final Pattern QUOTED = Pattern
            .compile("'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\"|`[^`]*`");
    private static final Pattern LOCKING = Pattern.compile(
            "\\bfor\\s+(?:update|share)\\b|\\block\\s+in\\s+share\\s+mode\\b",
            Pattern.CASE_INSENSITIVE);

    private LockingReads() {}

    static boolean locks(String sql) {
        return LOCKING.matcher(sql).find() && LOCKING.matcher(QUOTED.matcher(sql).replaceAll("''")).find();
    }
}
