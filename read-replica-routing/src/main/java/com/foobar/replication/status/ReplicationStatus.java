package com.foobar.replication.status;

import java.util.List;

/** Tells how the database nodes are. Reading it asks no node: the routing asks them all the time. */
@FunctionalInterface
public interface ReplicationStatus {

    /** Returns the nodes in the order of the configuration. */
    List<NodeStatus> nodes();
}
