package com.foobar.web.sql;

import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Runs statements that write one row. */
public final class Statements {

    private Statements() {}

    /** Inserts a row and returns its identifier, which the database generates. */
    public static long insert(StatementSpec statement) {
        return insertIfAny(statement).orElseThrow(() -> new IllegalStateException("The statement inserted no row."));
    }

    /** Does the same for a statement that may find nothing to insert; empty if it inserted no row. */
    public static Optional<Long> insertIfAny(StatementSpec statement) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        return statement.update(key) == 0 ? Optional.empty()
                : Optional.of(Objects.requireNonNull(key.getKey()).longValue());
    }

    /**
     * Changes or deletes a row.
     *
     * @throws IllegalStateException if there is no such row; callers have locked it
     */
    public static void updateOne(StatementSpec statement) {
        int rows = statement.update();
        if (rows != 1) {
            throw new IllegalStateException("The statement changed " + rows + " rows and not one.");
        }
    }
}
