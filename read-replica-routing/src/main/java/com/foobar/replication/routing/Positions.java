package com.foobar.replication.routing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.node.Cluster;
import com.foobar.replication.node.Node;
import com.foobar.replication.session.ReadYourWrites;

/**
 * Knows which nodes have the position of a user. A position that even the primary lacks was probably committed by a new
 * primary, and another instance has seen that failover before this one. So the nodes are asked then, and the user does
 * not read from the old primary what was before the user's own write.
 */
final class Positions {

    private final Cluster cluster;
    private final Duration failoverWait;

    Positions(Cluster cluster, Duration failoverWait) {
        this.cluster = cluster;
        this.failoverWait = failoverWait;
    }

    /**
     * Returns whether a reader is known to see the position on the node; that costs no query. A position that is a
     * commit of the primary's own, as of a user who has just written, is there although the last probe may be older. A
     * former primary need not have all of its own commits any more: it may have joined again with the data of its
     * successor.
     */
    boolean has(Node node, @Nullable String position) {
        if (position == null) {
            return true;
        }
        try {
            GtidSet wanted = node.dialect().parse(position);
            return node.hasReached(wanted) || (node == cluster.primary() && node.hasCommitted(wanted));
        } catch (IllegalArgumentException e) {
            // A server of another kind wrote the position, and no server here can wait for it.
            return true;
        }
    }

    /** Waits until the primary is known to have the position. */
    void awaitOnPrimary(@Nullable String position) {
        await(() -> {
            Node primary = cluster.primary();
            return primary != null && has(primary, position);
        });
    }

    /** Waits until any node is known to have the position. */
    void awaitAnywhere(@Nullable String position) {
        await(() -> cluster.nodes().stream().anyMatch(node -> !cluster.deposed(node) && has(node, position)));
    }

    /** If no node has the position, it is lost, and the rest of the user's request need not wait for it again. */
    private void await(BooleanSupplier found) {
        long begun = System.nanoTime();
        cluster.await(() -> found.getAsBoolean() || isSettled(begun), failoverWait);
        ReadYourWrites session = ReadYourWrites.current();
        if (session != null && !found.getAsBoolean()) {
            session.giveUpPosition();
        }
    }

    /**
     * Returns whether it makes no sense to wait any longer, because each node was heard since the wait began. A node
     * that does not respond is waited for only if there is a primary that responds and lacks the position: then that
     * node may be the new primary, and only this instance cannot reach it.
     */
    private boolean isSettled(long begun) {
        Node primary = cluster.primary();
        boolean primaryResponds = primary != null && primary.state().reachable();
        return cluster.nodes().stream()
                .allMatch(node -> node.state().reachable() ? node.heardSince(begun) : !primaryResponds);
    }
}
