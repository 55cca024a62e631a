package com.foobar.replication.routing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.dialect.AccessMode;
import com.foobar.replication.node.Node;

/**
 * Begins a transaction on a node. The first round trip of a transaction is made here and not with its first statement,
 * so that a node that does not respond is noticed while another node can still be chosen.
 */
final class LeaseFactory {

    private static final Duration RESPONSE_MARGIN = Duration.ofMillis(200);

    private final RoutingProperties settings;
    private final RoutingMetrics metrics;

    LeaseFactory(RoutingProperties settings, RoutingMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    /**
     * Returns a lease on the node.
     *
     * @param position the position that the reader must see, or null for any
     * @return null if the node did not reach the position in time
     * @throws SQLException if the node does not respond or no connection becomes available
     */
    @Nullable
    Lease begin(Node node, Demand demand, @Nullable String position) throws SQLException {
        Connection connection = node.borrow(demand.access());
        boolean good = false;
        try {
            if (position != null && !awaits(node, connection, position)) {
                good = true;
                node.giveBack(demand.access(), connection, false);
                return null;
            }
            connection.setNetworkTimeout(Runnable::run, millis(settings.beginTimeout(demand.access())));
            prepare(connection, demand);
            connection.setNetworkTimeout(Runnable::run, millis(node.responseTimeout()));
            Lease lease = new Lease(node, demand.access(), connection);
            good = true;
            if (demand.autoCommit() && demand.access() == AccessMode.WRITE) {
                // Each statement commits by itself, so after an error nobody knows what was committed.
                Commits.note();
            }
            metrics.connected(node, !demand.autoCommit());
            return lease;
        } finally {
            if (!good) {
                node.giveBack(demand.access(), connection, true);
            }
        }
    }

    private boolean awaits(Node node, Connection connection, String position) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, millis(settings.positionWait().plus(RESPONSE_MARGIN)));
        long begun = System.nanoTime();
        boolean reached = node.dialect().await(connection, position, settings.positionWait());
        metrics.waited(Duration.ofNanos(System.nanoTime() - begun), reached);
        if (reached) {
            node.reached(node.dialect().parse(position));
        } else {
            node.askNow();
        }
        return reached;
    }

    private static void prepare(Connection connection, Demand demand) throws SQLException {
        if (demand.isolation() != null) {
            connection.setTransactionIsolation(demand.isolation());
        }
        if (!demand.autoCommit()) {
            connection.setAutoCommit(false);
        }
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
