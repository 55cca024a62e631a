package com.foobar.replication.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps asking all nodes about themselves while it runs, each on a virtual thread of its own, so that a silent one
 * delays none.
 */
public final class Probers {

    private final Cluster cluster;
    private final Credentials account;
    private final Duration interval;
    private final Duration timeout;
    private final List<Thread> running = new ArrayList<>();

    /**
     * Does not begin yet.
     *
     * @param interval from an answer to the next question
     * @param timeout how long a node may take to answer before it counts as down
     */
    public Probers(Cluster cluster, Credentials account, Duration interval, Duration timeout) {
        this.cluster = cluster;
        this.account = account;
        this.interval = interval;
        this.timeout = timeout;
    }

    /** Begins, and returns when each node has answered or failed to for the first time, or when the time is up. */
    public synchronized void start(Duration atMost) {
        CountDownLatch asked = new CountDownLatch(cluster.nodes().size());
        for (Node node : cluster.nodes()) {
            running.add(Thread.ofVirtual().name("ask-" + node.name())
                    .start(new Prober(cluster, node, account, interval, timeout, asked)));
        }
        try {
            if (!asked.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                cluster.askNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized void stop() {
        running.forEach(Thread::interrupt);
        running.clear();
    }

    public synchronized boolean running() {
        return !running.isEmpty();
    }
}
