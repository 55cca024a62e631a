package com.foobar.database.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Runs single statements on a node, each on a new connection. */
final class Sql {

    private Sql() {}

    static void execute(EmbeddedNode node, DatabaseAccount account, String sql) throws SQLException {
        try (Connection connection = node.connect(account);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static @Nullable String value(EmbeddedNode node, DatabaseAccount account, String sql) throws SQLException {
        return row(node, account, sql).values().iterator().next();
    }

    static Map<String, @Nullable String> row(EmbeddedNode node, DatabaseAccount account, String sql)
            throws SQLException {
        try (Connection connection = node.connect(account);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            Map<String, @Nullable String> row = new LinkedHashMap<>();
            result.next();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                row.put(result.getMetaData().getColumnLabel(column), result.getString(column));
            }
            return row;
        }
    }
}
