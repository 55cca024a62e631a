package com.foobar.replication.routing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.jdbc.datasource.AbstractDataSource;

import com.foobar.replication.node.Cluster;
import com.foobar.replication.node.Node;

/**
 * Sends read-only transactions to a replica and everything else to the primary. A connection that is asked for with an
 * account of its own is one to the primary, outside the pools.
 */
public final class RoutingDataSource extends AbstractDataSource {

    private final Router router;

    /** Routes over a cluster, whose nodes somebody else keeps asking. */
    public RoutingDataSource(Cluster cluster, RoutingProperties settings, MeterRegistry meters) {
        this.router = new Router(cluster, settings, new RoutingMetrics(meters));
    }

    @Override
    public Connection getConnection() {
        return LazyConnection.open(router);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        Node primary = router.primary();
        if (primary == null) {
            throw new SQLTransientConnectionException("No primary database answers.", "08001");
        }
        return primary.connect(username, password);
    }
}
