package com.foobar.replication.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import com.foobar.replication.status.Applier;

/**
 * Reads SHOW REPLICA STATUS, whose columns have different names in MySQL and MariaDB.
 *
 * @param receiverColumn the column that says whether the receiver (IO thread) runs
 * @param applierColumn the column that says whether the applier (SQL thread) runs
 */
record ReplicaStatus(String receiverColumn, String applierColumn) {

    Applier ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW REPLICA STATUS")) {
            return read(rows);
        } catch (SQLException e) {
            if (e.getErrorCode() == ServerErrors.PRIVILEGE_MISSING) {
                return Applier.UNKNOWN;
            }
            throw e;
        }
    }

    /** Returns the worst state of all replication channels. */
    private Applier read(ResultSet rows) throws SQLException {
        Applier worst = Applier.NONE;
        while (rows.next()) {
            if (!"Yes".equals(rows.getString(applierColumn))) {
                return Applier.STOPPED;
            }
            if (!"Yes".equals(rows.getString(receiverColumn))) {
                worst = Applier.DISCONNECTED;
            } else if (worst == Applier.NONE) {
                worst = Applier.RUNNING;
            }
        }
        return worst;
    }
}
