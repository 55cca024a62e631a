package com.foobar.failover.protocol;

/**
 * What the agent of the other node last published about its server.
 *
 * @param incarnation the run of the server; empty while it does not run
 * @param empty whether the node has no data at all
 * @param open whether the server accepts writes in the present term
 * @param leaving whether the node is giving its role away on purpose
 * @param hasAll whether it receives from this node, and this run of the other server has received what was in this
 *            server's binary log when its commits waited already and this run was first seen; while they do not wait,
 *            what was in it a moment ago
 * @param lacks whether this node's server has executed a transaction that neither the other server has executed nor a
 *            client has committed there
 */
public record Peer(String incarnation, boolean empty, boolean open, boolean leaving, boolean hasAll, boolean lacks) {

    /** The agent of the other node does not publish, because it is down or cut off. */
    public static final Peer ABSENT = new Peer("", false, false, false, false, false);

    boolean hasCaughtUp() {
        return !incarnation.isEmpty() && hasAll && !leaving;
    }
}
