package com.foobar.web.infrastructure.snapshot;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.status.NodeStatus;
import com.foobar.replication.status.Role;

/**
 * A database node as this instance sees it.
 *
 * @param name the node's name in the configuration
 * @param primary whether the node takes the writes
 * @param state how the node is
 * @param position the transactions that the node has executed, as the server writes them; null if the node does not
 *            respond or has executed none
 * @param lagSeconds for how many seconds the primary has had a transaction that the node does not have
 * @param lagTransactions how many of the primary's transactions the node does not have
 */
public record DatabaseNode(String name, boolean primary, State state, @Nullable String position,
        double lagSeconds, long lagTransactions) {

    /** The state of a database node. */
    public enum State {
        /** The primary, which takes the writes. */
        TAKES_WRITES,
        /** A replica that may be read from. */
        FOLLOWS,
        /** A replica that may be read from; its account has no permission to ask whether the applier runs. */
        UNCLEAR,
        /** A replica that is too far behind to be read from. */
        BEHIND,
        /** A replica whose applier runs, but which cannot reach its source. */
        CUT_OFF,
        /** A replica whose applier is stopped. */
        STOPPED,
        /** A node that is neither the primary nor a replica of any node, and takes no writes. */
        ALONE,
        /** A node that takes writes, but is not the primary. */
        SECOND_WRITABLE,
        /** A former primary that still takes writes although the term of another one has begun. */
        DEPOSED,
        /** A node that does not respond. */
        DOWN;

        /** Returns whether requests are sent to the node while a primary is up. */
        public boolean inService() {
            return this == TAKES_WRITES || this == FOLLOWS || this == UNCLEAR;
        }
    }

    static DatabaseNode of(NodeStatus node) {
        return new DatabaseNode(node.name(), node.role() == Role.PRIMARY, state(node), node.position(),
                node.lag().time().toMillis() / 1_000.0, node.lag().transactions());
    }

    private static State state(NodeStatus node) {
        if (!node.reachable()) {
            return State.DOWN;
        }
        if (node.role() == Role.PRIMARY) {
            return State.TAKES_WRITES;
        }
        if (node.role() == Role.DEPOSED) {
            return State.DEPOSED;
        }
        if (node.writable()) {
            return State.SECOND_WRITABLE;
        }
        return switch (node.applier()) {
            case STOPPED -> State.STOPPED;
            case NONE -> State.ALONE;
            case DISCONNECTED -> State.CUT_OFF;
            case RUNNING -> node.behind() ? State.BEHIND : State.FOLLOWS;
            case UNKNOWN -> node.behind() ? State.BEHIND : State.UNCLEAR;
        };
    }
}
