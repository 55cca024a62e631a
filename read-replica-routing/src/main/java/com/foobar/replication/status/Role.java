package com.foobar.replication.status;

/** The role of a node in replication. */
public enum Role {
    /** The node that accepts the writes. */
    PRIMARY,
    /** A node that follows the primary and serves reads. */
    REPLICA,
    /**
     * A node that still accepts writes although the term of another primary has begun: it is neither written to nor
     * read from.
     */
    DEPOSED,
    /** The node has not responded. */
    UNKNOWN
}
