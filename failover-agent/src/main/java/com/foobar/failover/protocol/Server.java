package com.foobar.failover.protocol;

/**
 * The state of this node's own MySQL server.
 *
 * @param phase how far the server is from running
 * @param incarnation the run of the server; empty unless it runs
 * @param writable whether it accepts writes
 * @param waits whether a commit waits until the other node has received it, without a time limit
 * @param connected whether the other node is connected and acknowledges commits
 * @param silent whether acknowledgements have been missing for longer than the limit
 * @param follows whether the other node is its source
 * @param receiving whether its receiver runs
 * @param applied whether it has applied everything that it has received
 * @param stuck whether it or its disk has not responded for longer than the limit, or an error has stopped its applier
 * @param unfollowable whether the source no longer has the transactions that are missing here
 * @param term the newest term in its data; 0 if there is none
 */
public record Server(Phase phase, String incarnation, boolean writable, boolean waits, boolean connected,
        boolean silent,
        boolean follows, boolean receiving, boolean applied, boolean stuck, boolean unfollowable, long term) {

    /** How far a server is from running. */
    public enum Phase {
        /** The node has no data. */
        EMPTY,
        /** Data is being made, set aside or cloned. */
        PREPARING,
        /** There is data, and no process. */
        STOPPED,
        /** The process exists and has not responded yet. */
        STARTING,
        /** The server has responded. */
        RUNNING
    }

    /** Returns a server that does not run. */
    public static Server notRunning(Phase phase) {
        return new Server(phase, "", false, false, false, false, false, false, false, false, false, 0);
    }

    /**
     * Returns whether the server can be the only server that acknowledges commits, whatever etcd says: either the other
     * node acknowledges each commit, and then the other node was not promoted; or this server acknowledges alone, and
     * then only this node's agent can change the roles.
     */
    boolean acknowledgesSafely() {
        return !waits || (connected && !silent);
    }
}
