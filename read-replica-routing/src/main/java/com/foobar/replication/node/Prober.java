package com.foobar.replication.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.foobar.replication.dialect.Report;

/** Probes one node again and again over a dedicated connection: asks for its role, position, applier and term. */
final class Prober implements Runnable {

    private static final Logger logger = LoggerFactory.getLogger(Prober.class);

    private final Cluster cluster;
    private final Node node;
    private final Credentials account;
    private final Duration interval;
    private final Duration timeout;
    private final CountDownLatch asked;
    private final @Nullable String termQuery;
    private boolean saidThatTermsAreMissing;
    private @Nullable Connection connection;

    Prober(Cluster cluster, Node node, Credentials account, Duration interval, Duration timeout,
            @Nullable String termQuery, CountDownLatch asked) {
        this.cluster = cluster;
        this.node = node;
        this.account = account;
        this.interval = interval;
        this.timeout = timeout;
        this.termQuery = termQuery;
        this.asked = asked;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ask();
                asked.countDown();
                node.wake().tryAcquire(cluster.pause(interval).toNanos(), TimeUnit.NANOSECONDS);
                node.wake().drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    private void ask() {
        try {
            cluster.responded(node, report());
        } catch (SQLException | RuntimeException e) {
            // A driver may throw anything when its server goes away. This is the only thread that probes the node, so
            // it must go on.
            disconnect();
            cluster.missed(node, String.valueOf(e.getMessage()));
        }
    }

    private Report report() throws SQLException {
        try {
            return node.dialect().ask(connect(), termQuery);
        } catch (SQLException e) {
            if (termQuery == null || !node.dialect().saysTermsMissing(e)) {
                throw e;
            }
            if (!saidThatTermsAreMissing) {
                saidThatTermsAreMissing = true;
                logger.warn("{} knows of no terms: {}", node.name(), e.getMessage());
            }
            return node.dialect().ask(connect(), null);
        }
    }

    private Connection connect() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = new NodeDataSource(node.address(), account, timeout, timeout).getConnection();
            connection = open;
        }
        return open;
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            logger.debug("A connection was broken before it was closed.", e);
        }
    }
}
