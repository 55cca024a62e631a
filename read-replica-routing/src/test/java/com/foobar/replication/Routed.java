package com.foobar.replication;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;

import com.foobar.replication.node.Cluster;
import com.foobar.replication.node.ConnectionPoolProperties;
import com.foobar.replication.node.Credentials;
import com.foobar.replication.node.Node;
import com.foobar.replication.node.NodeAddress;
import com.foobar.replication.node.Probers;
import com.foobar.replication.pair.DatabasePair;
import com.foobar.replication.pair.DatabaseServer;
import com.foobar.replication.routing.RoutingDataSource;
import com.foobar.replication.routing.RoutingProperties;

/** The library without Spring, and the operations of an application on it. */
final class Routed implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Cluster cluster;
    private final Probers probers;
    private final RoutingDataSource dataSource;

    /** Starts the library and waits until each node has been probed for the first time. */
    Routed(DatabasePair pair, Duration probeInterval, int poolSize, Duration checkoutTimeout, List<NodeAddress> nodes) {
        this(pair, probeInterval, poolSize, checkoutTimeout, nodes, null);
    }

    /** Does the same with a query for the term of each node. */
    Routed(DatabasePair pair, Duration probeInterval, int poolSize, Duration checkoutTimeout, List<NodeAddress> nodes,
            @Nullable String termQuery) {
        Credentials account = new Credentials(pair.application().username(), pair.application().password());
        cluster = new Cluster(nodes, account,
                new ConnectionPoolProperties(poolSize, checkoutTimeout, PATIENCE, Duration.ofSeconds(30)), meters,
                System::nanoTime);
        probers = new Probers(cluster, account, probeInterval, PATIENCE, termQuery);
        dataSource = new RoutingDataSource(cluster,
                new RoutingProperties(Duration.ofSeconds(5), Duration.ofMillis(50), PATIENCE, PATIENCE,
                        PATIENCE, false),
                meters);
        new NodeMetrics(cluster).bindTo(meters);
        probers.start(PATIENCE);
    }

    static NodeAddress address(DatabaseServer server) {
        return new NodeAddress(server.name(), server.url());
    }

    Cluster cluster() {
        return cluster;
    }

    Node node(int index) {
        return cluster.nodes().get(index);
    }

    /** Runs a query with a single row in a read-only transaction, and returns the last column of the row. */
    String read(String query) throws SQLException {
        try (Connection connection = beginReading()) {
            String value = value(connection, query);
            connection.commit();
            connection.setAutoCommit(true);
            return value;
        }
    }

    /** Does the same as {@link #read} in a transaction that may write. */
    String write(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            String value = value(connection, query);
            connection.commit();
            connection.setAutoCommit(true);
            return value;
        }
    }

    /** Executes a statement outside a transaction, so that it is committed at once. */
    void change(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Begins a read-only transaction that has not chosen a node yet. */
    Connection beginReading() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(row.getMetaData().getColumnCount());
        }
    }

    /** Returns the value of a counter or gauge: the sum of all with these tags, or zero if there is none. */
    double meter(String name, String... tags) {
        return meters.find("foobar.replication." + name).tags(tags).meters().stream()
                .mapToDouble(meter -> meter.measure().iterator().next().getValue()).sum();
    }

    @Override
    public void close() {
        probers.stop();
        cluster.close();
    }
}
