package com.foobar.replication.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Probes all nodes while it runs, each on a virtual thread of its own, so that a node that does not respond delays no
 * other.
 */
public final class Probers {

    private final Cluster cluster;
    private final Credentials account;
    private final Duration interval;
    private final Duration timeout;
    private final @Nullable String termQuery;
    private final List<Thread> running = new ArrayList<>();

    /**
     * Creates the probers; {@link #start} starts them.
     *
     * @param interval pause between a response and the next probe
     * @param timeout how long a node may take to respond before it counts as down
     * @param termQuery a query for the newest term that a node knows of, or null if there are no terms
     */
    public Probers(Cluster cluster, Credentials account, Duration interval, Duration timeout,
            @Nullable String termQuery) {
        this.cluster = cluster;
        this.account = account;
        this.interval = interval;
        this.timeout = timeout;
        this.termQuery = termQuery;
    }

    /**
     * Starts the probers. Returns when each node has responded or failed for the first time, or when the time is up.
     *
     * @param atMost the longest time to wait for these first results
     */
    public synchronized void start(Duration atMost) {
        CountDownLatch asked = new CountDownLatch(cluster.nodes().size());
        for (Node node : cluster.nodes()) {
            running.add(Thread.ofVirtual().name("ask-" + node.name())
                    .start(new Prober(cluster, node, account, interval, timeout, termQuery, asked)));
        }
        try {
            if (!asked.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                cluster.askNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the probers without waiting for a probe that is in progress. */
    public synchronized void stop() {
        running.forEach(Thread::interrupt);
        running.clear();
    }

    /** Returns whether the probers have been started and not stopped since. */
    public synchronized boolean running() {
        return !running.isEmpty();
    }
}
