package com.foobar.replication.routing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.foobar.replication.dialect.AccessMode;
import com.foobar.replication.dialect.CommitTracker;
import com.foobar.replication.node.Node;
import com.foobar.replication.session.ReadYourWrites;

/** A connection to a node for the duration of one transaction. */
final class Lease {

    private static final Logger logger = LoggerFactory.getLogger(Lease.class);

    /** The SQL standard's state for "transaction resolution unknown". */
    private static final String OUTCOME_UNKNOWN = "08007";

    private final Node node;
    private final AccessMode access;
    private final Connection connection;
    private final @Nullable CommitTracker commits;
    private boolean broken;

    Lease(Node node, AccessMode access, Connection connection) throws SQLException {
        this.node = node;
        this.access = access;
        this.connection = connection;
        this.commits = access == AccessMode.WRITE ? node.dialect().trackCommits(connection) : null;
    }

    Connection connection() {
        return connection;
    }

    AccessMode access() {
        return access;
    }

    boolean isOn(@Nullable Node other) {
        return node == other;
    }

    String nodeName() {
        return node.name();
    }

    boolean broken() {
        return broken;
    }

    /**
     * Tells the user's session the position of the last commit since the previous call, if there was one. The tracker
     * is asked outside a session as well: otherwise it would tell the next session on this connection of a commit that
     * is not the session's own.
     */
    void tellOfCommits() {
        String position = commits == null ? null : lastCommit(commits);
        ReadYourWrites session = ReadYourWrites.current();
        if (position != null && session != null) {
            session.committed(position);
        }
    }

    /**
     * Returns the position of the last commit, or null if there was none or the server cannot be asked. The second case
     * is no failure of the transaction: it is already committed.
     */
    private @Nullable String lastCommit(CommitTracker tracker) {
        try {
            return tracker.lastCommit();
        } catch (SQLException e) {
            logger.warn("{} was lost right after a commit: its user may not see it at once.", node.name(), e);
            broken = true;
            return null;
        }
    }

    /**
     * Commits the transaction.
     *
     * @throws SQLException if the commit fails; with the SQL state of an unknown outcome if the connection broke before
     *             the server's response came
     */
    void commit() throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (access == AccessMode.WRITE && Outage.lostConnection(e)) {
                Commits.note();
                throw new SQLNonTransientConnectionException("It is unknown whether the transaction was committed.",
                        OUTCOME_UNKNOWN, e);
            }
            throw e;
        }
        if (access == AccessMode.WRITE) {
            Commits.note();
        }
        tellOfCommits();
    }

    /** Rolls the transaction back. If the connection is broken, the server rolls back by itself. */
    void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            logger.debug("{} will roll back by itself.", node.name(), e);
            broken = true;
        }
    }

    /** Gives the connection back to the node. */
    void end() throws SQLException {
        node.giveBack(access, connection, broken);
    }
}
