package com.foobar.replication.pair;

import java.sql.SQLException;

/** A primary and a replica that replicates by GTID; an application reaches both through cables that can be cut. */
public interface DatabasePair {

    /** The name and password of an account; both nodes have the same accounts. */
    record Login(String username, String password) {}

    DatabaseServer primary();

    DatabaseServer replica();

    /** Returns the account that reads and writes rows and may read the state of replication. */
    Login application();

    /** Returns the account that may change the schema. */
    Login migration();

    /** Stops the applier: the replica still receives transactions but does not apply them. */
    void stopApplier() throws SQLException;

    /** Stops the receiver: the replica gets no new transactions. */
    void stopReceiver() throws SQLException;

    /**
     * Makes the replica writable and the primary read-only. A test must write nothing to the replica then, because
     * replication would not undo it.
     */
    void swapRoles() throws SQLException;

    /** Brings both nodes, their cables and replication back to their initial state; does nothing if they are in it. */
    void heal() throws SQLException;

}
