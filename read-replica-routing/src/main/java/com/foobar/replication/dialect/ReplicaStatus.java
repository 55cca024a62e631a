package com.foobar.replication.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import com.foobar.replication.status.Applier;

/** Reads SHOW REPLICA STATUS, which both kinds of server have under columns of different names. */
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

    /** The worst of all channels counts. */
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
