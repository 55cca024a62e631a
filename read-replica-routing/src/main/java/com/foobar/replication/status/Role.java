package com.foobar.replication.status;

/** What a node is to the others. */
public enum Role {
    /** Takes the writes. */
    PRIMARY,
    /** Follows the primary, and is read from. */
    REPLICA,
    /** Has not answered. */
    UNKNOWN
}
