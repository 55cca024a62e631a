package com.foobar.web.forms;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells whether a change that failed may have been kept all the same. */
public final class CommitOutcome {

    /** The SQL standard's "transaction resolution unknown". */
    private static final String OUTCOME_UNKNOWN = "08007";

    private CommitOutcome() {}

    /** Whether nobody knows if it was kept, since the answer to its commit never came. */
    public static boolean isUnknown(Throwable failure) {
        return Stream.<Throwable> iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException error && OUTCOME_UNKNOWN.equals(error.getSQLState()));
    }
}
