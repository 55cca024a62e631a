package com.foobar.replication.status;

import java.util.List;

/**
 * Gives the current state of the database nodes. A call contacts no node: it returns what the routing's probes last
 * found.
 */
@FunctionalInterface
public interface ReplicationStatus {

    /** Returns the nodes in the order of the configuration. */
    List<NodeStatus> nodes();
}
