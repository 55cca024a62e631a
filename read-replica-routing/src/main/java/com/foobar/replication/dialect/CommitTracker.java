package com.foobar.replication.dialect;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** Tells what one connection has committed. */
@FunctionalInterface
public interface CommitTracker {

    /**
     * The position of the connection's last commit since this was last asked, or null where it committed nothing; asked
     * right after a commit.
     *
     * @throws SQLException where the server had to be asked and did not answer
     */
    @Nullable
    String lastCommit() throws SQLException;
}
