package com.foobar.replication.pair;

import java.sql.SQLException;

/** A primary and its replica that replicates by GTID, both reached through a cable that can be cut. */
public interface DatabasePair {

    /** Who may do what; the same on both nodes. */
    record Login(String username, String password) {}

    DatabaseServer primary();

    DatabaseServer replica();

    /** Reads and writes rows, and may ask how replication stands. */
    Login application();

    /** May change the schema. */
    Login migration();

    /** Lets the replica receive, but not apply. */
    void stopApplier() throws SQLException;

    /** Lets the replica receive nothing. */
    void stopReceiver() throws SQLException;

    /** Lets the replica take writes, and the primary none; what is written then would have to be undone by hand. */
    void swapRoles() throws SQLException;

    /**
     * Brings both nodes, their cables and replication back to how they were at the start; does nothing where they are.
     */
    void heal() throws SQLException;

}
