package com.foobar.replication.dialect;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** Finds the position of the last commit of one connection. */
@FunctionalInterface
public interface CommitTracker {

    /**
     * Returns the position of the connection's last commit since the previous call, or null if it has committed nothing
     * since. Call it right after a commit.
     *
     * @throws SQLException if the server had to be asked and did not respond
     */
    @Nullable
    String lastCommit() throws SQLException;
}
