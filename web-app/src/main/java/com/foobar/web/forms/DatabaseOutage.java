package com.foobar.web.forms;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells whether a change that failed may still have been stored. */
public final class CommitOutcome {

    /** The SQLSTATE "transaction resolution unknown" of the SQL standard. */
    private static final String OUTCOME_UNKNOWN = "08007";

    private CommitOutcome() {}

    /**
     * Returns whether it is unknown if the change was stored, because the database's response to the commit never
     * arrived.
     *
     * @param failure the failure of the change; its causes are searched too
     */
    public static boolean isUnknown(Throwable failure) {
        return Stream.<Throwable> iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException error && OUTCOME_UNKNOWN.equals(error.getSQLState()));
    }
}
