package com.foobar.failover.agent;

import org.jspecify.annotations.Nullable;

/**
 * What the management port shows of an agent.
 *
 * @param node this node
 * @param primary the primary of the roles, or null if there are none
 * @param partner the partner of the roles, or null if there is none
 * @param term the term of the roles; 0 if there are none
 * @param leader the node whose agent holds the lease, or null if nobody does
 * @param storeReachable whether etcd responded to the last request
 * @param isPartner whether the roles name this run of this node's server as the partner
 * @param serverRunning whether the server responds
 * @param serverWritable whether the server accepts writes
 * @param setAside how many sets of transactions are kept aside on this node
 */
record Status(String node, @Nullable String primary, @Nullable String partner, long term, @Nullable String leader,
        boolean storeReachable,
        boolean isPartner, boolean serverRunning, boolean serverWritable, int setAside) {

    static Status unknown(String node) {
        return new Status(node, null, null, 0, null, false, false, false, false, 0);
    }
}
