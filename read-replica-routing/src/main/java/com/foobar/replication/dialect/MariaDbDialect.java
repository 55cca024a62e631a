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
import com.foobar.replication.gtid.MariaDbGtidSet;

/** The dialect of MariaDB 10.6 and later, with MariaDB's own driver. */
final class MariaDbDialect implements Dialect {

    private static final ReplicaStatus STATUS = new ReplicaStatus("Slave_IO_Running", "Slave_SQL_Running");

    private final MariaDbCommits commits = new MariaDbCommits();

    @Override
    public boolean speaksTo(String url) {
        return url.startsWith("jdbc:mariadb:");
    }

    @Override
    public String productName() {
        return "MariaDB";
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
    public String initialStatement(AccessMode access) {
        return access == AccessMode.READ ? "SET SESSION TRANSACTION READ ONLY" : "SET SESSION TRANSACTION READ WRITE";
    }

    @Override
    public Report ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT @@global.read_only, IF(@@global.read_only, @@global.gtid_slave_pos, @@global.gtid_current_pos)")) {
            row.next();
            return new Report(!row.getBoolean(1), MariaDbGtidSet.parse(row.getString(2)), STATUS.ask(connection));
        }
    }

    @Override
    public GtidSet parse(String position) {
        return MariaDbGtidSet.parse(position);
    }

    @Override
    public boolean await(Connection connection, String position, Duration atMost) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT MASTER_GTID_WAIT(?, ?)")) {
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
