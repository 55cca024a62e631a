package com.foobar.replication.routing;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.node.Cluster;

/** Distinguishes failures of a node from failures of a transaction. */
final class Outage {

    private static final String CONNECTION_EXCEPTIONS = "08";

    private Outage() {}

    /** Returns whether a failure happened because a node was lost or no longer has the role that it had. */
    static boolean caused(@Nullable Throwable failure, Cluster cluster) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error
                    && (lostConnection(error) || cluster.nodes().getFirst().dialect().saysRoleChanged(error))) {
                return true;
            }
        }
        return false;
    }

    static boolean lostConnection(SQLException error) {
        String state = error.getSQLState();
        boolean saysSo = state != null && state.startsWith(CONNECTION_EXCEPTIONS);
        return saysSo || error instanceof SQLTransientConnectionException
                || error instanceof SQLNonTransientConnectionException || error instanceof SQLRecoverableException;
    }
}
