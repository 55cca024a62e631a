package com.foobar.replication.status;

/** How a node applies the transactions of its source, as the node itself reports it. */
public enum Applier {
    /** The node replicates from no other node. */
    NONE,
    /** The node receives and applies transactions. */
    RUNNING,
    /** The node applies the transactions that it has received, but has no connection to its source. */
    DISCONNECTED,
    /** The node applies nothing. */
    STOPPED,
    /** Unknown: the account may not read the state, or the node does not respond. */
    UNKNOWN
}
