package com.foobar.replication.routing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.jdbc.datasource.AbstractDataSource;

import com.foobar.replication.node.Cluster;
import com.foobar.replication.node.Node;

/**
 * Sends read-only transactions to a replica and everything else to the primary. A connection that the caller requests
 * with another account goes to the primary, outside the pools.
 */
public final class RoutingDataSource extends AbstractDataSource {

    private final Router router;

    /**
     * Creates a data source over the nodes of a cluster. The caller must keep the
     * {@link com.foobar.replication.node.Probers} of the cluster running.
     */
    public RoutingDataSource(Cluster cluster, RoutingProperties settings, MeterRegistry meters) {
        this.router = new Router(cluster, settings, new RoutingMetrics(meters));
    }

    /** Returns a connection that chooses its node at the first statement; this call itself contacts no node. */
    @Override
    public Connection getConnection() {
        return LazyConnection.open(router);
    }

    /**
     * Opens a connection to the primary with another account.
     *
     * @throws SQLException if there is no primary, or if it does not respond or refuses the account
     */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        Node primary = router.primary();
        if (primary == null) {
            throw new SQLTransientConnectionException("No primary database responds.", "08001");
        }
        return primary.connect(username, password);
    }
}
