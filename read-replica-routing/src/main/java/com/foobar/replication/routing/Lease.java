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

/** A node's connection for the time of one transaction. */
final class Lease {

    private static final Logger logger = LoggerFactory.getLogger(Lease.class);

    /** The standard's "transaction resolution unknown". */
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

    /** Tells the user's session of what was committed since it was last told. */
    void tellOfCommits() {
        ReadYourWrites session = ReadYourWrites.current();
        if (commits != null && session != null) {
            String position = lastCommit(commits);
            if (position != null) {
                session.committed(position);
            }
        }
    }

    /** What was committed stays so, even where the server is gone before it says at which position. */
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
     * Keeps what was done.
     *
     * @throws SQLException with the state of an unknown outcome where the connection broke before the server's answer
     *             came
     */
    void commit() throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (access == AccessMode.WRITE && Outage.lostConnection(e)) {
                throw new SQLNonTransientConnectionException("It is unknown whether the transaction was committed.",
                        OUTCOME_UNKNOWN, e);
            }
            throw e;
        }
        tellOfCommits();
    }

    /** Undoes what was done since the last commit; where the connection is broken, the server does so by itself. */
    void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            logger.debug("{} will roll back by itself.", node.name(), e);
            broken = true;
        }
    }

    void end() throws SQLException {
        node.giveBack(access, connection, broken);
    }
}
