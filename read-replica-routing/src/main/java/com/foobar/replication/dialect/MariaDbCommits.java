package com.foobar.replication.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Asks the server for the last commit of a connection, because the driver discards what the server reports by itself.
 * The server returns the same last commit for the whole life of a connection, whoever borrows it from the pool. The
 * last returned commit of each connection is therefore remembered, so that it is returned only once.
 */
final class MariaDbCommits {

    private final Map<Connection, String> told = Collections.synchronizedMap(new WeakHashMap<>());

    CommitTracker track(Connection connection) throws SQLException {
        Connection physical = connection.unwrap(Connection.class);
        return () -> {
            String last = ask(connection);
            return last == null || last.equals(told.put(physical, last)) ? null : last;
        };
    }

    private static @Nullable String ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT NULLIF(@@last_gtid, '')")) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
