package com.foobar.replication.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.gtid.MariaDbGtidSet;

/** The dialect of MariaDB 10.6 and later, with MariaDB's own driver. */
final class MariaDbDialect extends AbstractGtidDialect {

    private final MariaDbCommits commits = new MariaDbCommits();

    MariaDbDialect() {
        super(new ReplicaStatus("Slave_IO_Running", "Slave_SQL_Running"),
                "IF(@@global.read_only, @@global.gtid_slave_pos, @@global.gtid_current_pos)", "@@global.server_id",
                "MASTER_GTID_WAIT");
    }

    @Override
    public boolean speaksTo(String url) {
        return url.startsWith("jdbc:mariadb:");
    }

    @Override
    public String productName() {
        return "MariaDB";
    }

    @Override
    public String initialStatement(AccessMode access) {
        return access == AccessMode.READ ? "SET SESSION TRANSACTION READ ONLY" : "SET SESSION TRANSACTION READ WRITE";
    }

    @Override
    public GtidSet parse(String position) {
        return MariaDbGtidSet.parse(position);
    }

    @Override
    public CommitTracker trackCommits(Connection connection) throws SQLException {
        return commits.track(connection);
    }
}
