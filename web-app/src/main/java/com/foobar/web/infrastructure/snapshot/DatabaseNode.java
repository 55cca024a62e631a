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
public record DatabaseNode(String name, boolean primary, DatabaseState state, @Nullable String position,
        double lagSeconds, long lagTransactions) {

    static DatabaseNode of(NodeStatus node) {
        return new DatabaseNode(node.name(), node.role() == Role.PRIMARY, state(node), node.position(),
                node.lag().time().toMillis() / 1_000.0, node.lag().transactions());
    }

    private static DatabaseState state(NodeStatus node) {
        if (!node.reachable()) {
            return DatabaseState.DOWN;
        }
        if (node.role() == Role.PRIMARY) {
            return DatabaseState.TAKES_WRITES;
        }
        if (node.writable()) {
            return DatabaseState.SECOND_WRITABLE;
        }
        return switch (node.applier()) {
            case STOPPED -> DatabaseState.STOPPED;
            case NONE -> DatabaseState.ALONE;
            case DISCONNECTED -> DatabaseState.CUT_OFF;
            case RUNNING -> node.behind() ? DatabaseState.BEHIND : DatabaseState.FOLLOWS;
            case UNKNOWN -> node.behind() ? DatabaseState.BEHIND : DatabaseState.UNCLEAR;
        };
    }
}
