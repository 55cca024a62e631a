package com.foobar.replication.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.foobar.replication.dialect.AccessMode;
import com.foobar.replication.dialect.Dialect;

/** The pooled connections of a node for one access mode. The pool opens at the first use. */
final class NodePool implements AutoCloseable {

    private static final long VALIDATION_MILLIS = 250;
    private static final int WARM_READERS = 4;

    private static final Logger logger = LoggerFactory.getLogger(NodePool.class);

    private final HikariConfig config = new HikariConfig();
    private final Set<Connection> inUse = ConcurrentHashMap.newKeySet();
    private @Nullable HikariDataSource pool;

    NodePool(NodeAddress address, AccessMode access, Dialect dialect, Credentials account,
            ConnectionPoolProperties settings,
            SQLExceptionOverride errors, MeterRegistry meters) {
        Duration timeout = settings.checkoutTimeout(access);
        config.setPoolName(address.name() + "-" + access.name().toLowerCase(Locale.ROOT));
        config.setMaximumPoolSize(settings.size());
        // Some read connections are kept ready, because all readers of a lost replica may come here at once. Write
        // connections are not: without its primary, a pool that must keep some connections tries in vain at growing
        // intervals and notices the primary's return late.
        config.setMinimumIdle(access == AccessMode.READ ? Math.min(WARM_READERS, settings.size()) : 0);
        config.setConnectionTimeout(timeout.toMillis());
        config.setValidationTimeout(VALIDATION_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql(dialect.initialStatement(access));
        // The same short timeout holds for each response while a connection is opened: an attempt that hangs would keep
        // the pool from opening other connections.
        config.setDataSource(new NodeDataSource(address, account, timeout, timeout));
        config.setExceptionOverride(errors);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    }

    Connection borrow() throws SQLException {
        Connection connection = open().getConnection();
        inUse.add(connection);
        return connection;
    }

    /** Gives a connection back to the pool, which discards it if it is broken. */
    void giveBack(Connection connection, boolean broken) throws SQLException {
        inUse.remove(connection);
        if (broken) {
            open().evictConnection(connection);
        } else {
            connection.close();
        }
    }

    /** Opens the connections that are kept ready, in the background. */
    void warmUp() {
        open();
    }

    int inUse() {
        return inUse.size();
    }

    boolean exhausted() {
        return inUse() >= config.getMaximumPoolSize();
    }

    /** Closes the idle connections now, and the connections in use when they are given back. */
    synchronized void empty() {
        if (pool != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /** Aborts the connections in use, so that a caller that waits for a response learns at once that none will come. */
    void abort() {
        // Each connection on a thread of its own, since a driver may block while it tries to tell the server first.
        inUse.forEach(connection -> Thread.ofVirtual().name("abort").start(() -> abort(connection)));
        empty();
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            logger.debug("A connection was gone before it was cut.", e);
        }
    }

    private synchronized HikariDataSource open() {
        if (pool == null) {
            pool = new HikariDataSource(config);
        }
        return pool;
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
