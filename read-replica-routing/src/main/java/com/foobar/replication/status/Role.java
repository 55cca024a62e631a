package com.foobar.replication.status;

/** The role of a node in replication. */
public enum Role {
    /** The node that accepts the writes. */
    PRIMARY,
    /** A node that follows the primary and serves reads. */
    REPLICA,
    /** The node has not responded. */
    UNKNOWN
}
