package com.foobar.replication.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.gtid.MySqlGtidSet;

/** The dialect of MySQL 8.4 and later, with Connector/J. */
final class MySqlDialect implements Dialect {

    private static final ReplicaStatus STATUS = new ReplicaStatus("Replica_IO_Running", "Replica_SQL_Running");

    private final MySqlCommits commits = new MySqlCommits();

    @Override
    public boolean speaksTo(String url) {
        return url.startsWith("jdbc:mysql:");
    }

    @Override
    public String productName() {
        return "MySQL";
    }

    @Override
    public Properties driverProperties(Duration connectTimeout, Duration socketTimeout) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", Long.toString(connectTimeout.toMillis()));
        properties.setProperty("socketTimeout", Long.toString(socketTimeout.toMillis()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("trackSessionState", "true");
        // Without this property the driver asks the server before each write whether the session is read-only.
        properties.setProperty("useLocalSessionState", "true");
        return properties;
    }

    @Override
    public String initialStatement(AccessMode access) {
        return access == AccessMode.READ ? "SET SESSION TRANSACTION READ ONLY"
                : "SET SESSION session_track_gtids = OWN_GTID";
    }

    @Override
    public Report ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@global.read_only, @@global.gtid_executed")) {
            row.next();
            return new Report(!row.getBoolean(1), MySqlGtidSet.parse(row.getString(2)), STATUS.ask(connection));
        }
    }

    @Override
    public GtidSet parse(String position) {
        return MySqlGtidSet.parse(position);
    }

    @Override
    public boolean await(Connection connection, String position, Duration atMost) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT WAIT_FOR_EXECUTED_GTID_SET(?, ?)")) {
            statement.setString(1, position);
            statement.setDouble(2, atMost.toMillis() / 1_000.0);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 0;
            }
        }
    }

    @Override
    public CommitTracker trackCommits(Connection connection) throws SQLException {
        return commits.track(connection);
    }

    @Override
    public boolean saysRoleChanged(@Nullable SQLException error) {
        return error != null && ServerErrors.ROLE_CHANGED.contains(error.getErrorCode());
    }
}
