package com.foobar.web.forms;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Recognizes failures that pass by themselves: the database cannot serve the request now, but may shortly. */
public final class DatabaseOutage {

    /** The SQLSTATE "transaction resolution unknown" of the SQL standard. */
    private static final String OUTCOME_UNKNOWN = "08007";

    private DatabaseOutage() {}

    /**
     * Returns whether the database cannot serve the request now, because it is away or because of another transaction,
     * so that the same request may succeed shortly.
     */
    public static boolean caused(DataAccessException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException;
    }

    /**
     * Returns whether it is unknown if a change was stored, because the database's response to the commit never
     * arrived.
     *
     * @param failure the failure of the change; its causes are searched too
     */
    public static boolean leftOutcomeUnknown(Throwable failure) {
        return Stream.<Throwable> iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException error && OUTCOME_UNKNOWN.equals(error.getSQLState()));
    }
}
