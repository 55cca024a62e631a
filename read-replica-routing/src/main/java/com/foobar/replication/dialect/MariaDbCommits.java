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
 * Asks connections for their last commits, since the driver drops what the server says of them by itself. The server
 * repeats the last one for as long as the connection lives, whoever has it from the pool; so what was told once is
 * remembered.
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
