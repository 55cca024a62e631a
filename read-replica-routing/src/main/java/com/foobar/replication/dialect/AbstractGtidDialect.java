package com.foobar.replication.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/** The part that the dialects of both servers share: the same questions, with the server's own names in them. */
abstract class AbstractGtidDialect implements Dialect {

    private final ReplicaStatus status;
    private final String question;
    private final String wait;

    /**
     * Creates a dialect.
     *
     * @param status reads the state of the applier
     * @param position the SQL expression for the transactions that a reader sees
     * @param source the SQL expression for the server's own name in GTIDs
     * @param waitFunction the SQL function that waits for a position: its arguments are the position and the seconds,
     *            and it returns 0 if the position was reached
     */
    AbstractGtidDialect(ReplicaStatus status, String position, String source, String waitFunction) {
        this.status = status;
        this.question = "SELECT @@global.read_only, %s, %s, ".formatted(position, source);
        this.wait = "SELECT " + waitFunction + "(?, ?)";
    }

    @Override
    public Properties driverProperties(Duration connectTimeout, Duration socketTimeout) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", Long.toString(connectTimeout.toMillis()));
        properties.setProperty("socketTimeout", Long.toString(socketTimeout.toMillis()));
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    @Override
    public Report ask(Connection connection, @Nullable String termQuery) throws SQLException {
        // The term is part of the same statement, so that it costs no round trip of its own.
        String term = termQuery == null ? "NULL" : "(" + termQuery + ")";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question + term)) {
            row.next();
            // JDBC returns 0 for NULL, which is the term of a server that knows of none.
            return new Report(!row.getBoolean(1), parse(row.getString(2)), status.ask(connection), row.getString(3),
                    row.getLong(4));
        }
    }

    @Override
    public boolean await(Connection connection, String position, Duration atMost) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(wait)) {
            statement.setString(1, position);
            statement.setDouble(2, atMost.toMillis() / 1_000.0);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 0;
            }
        }
    }

    @Override
    public boolean saysTermsMissing(SQLException error) {
        return ServerErrors.TABLE_MISSING.contains(error.getErrorCode());
    }

    @Override
    public boolean saysRoleChanged(@Nullable SQLException error) {
        return error != null && ServerErrors.ROLE_CHANGED.contains(error.getErrorCode());
    }
}
