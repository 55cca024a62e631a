package com.foobar.replication.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.gtid.MySqlGtidSet;

/** The dialect of MySQL 8.4 and later, with Connector/J. */
final class MySqlDialect extends AbstractGtidDialect {

    private final MySqlCommits commits = new MySqlCommits();

    MySqlDialect() {
        super(new ReplicaStatus("Replica_IO_Running", "Replica_SQL_Running"), "@@global.gtid_executed",
                "@@global.server_uuid", "WAIT_FOR_EXECUTED_GTID_SET");
    }

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
        Properties properties = super.driverProperties(connectTimeout, socketTimeout);
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
    public GtidSet parse(String position) {
        return MySqlGtidSet.parse(position);
    }

    @Override
    public CommitTracker trackCommits(Connection connection) throws SQLException {
        return commits.track(connection);
    }
}
