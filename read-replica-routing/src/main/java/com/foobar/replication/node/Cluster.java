package com.foobar.replication.node;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.foobar.replication.dialect.Report;
import com.foobar.replication.status.Lag;
import com.foobar.replication.status.Role;

/** The database nodes, and which of them is the primary. */
public final class Cluster implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Cluster.class);

    /**
     * After so many failures in a row the primary loses its role. A primary that is slow only once keeps the role and
     * finishes the transactions that it has begun.
     */
    private static final int MISSES_UNTIL_GIVEN_UP = 3;

    private final List<Node> nodes;
    private final PrimaryHistory history = new PrimaryHistory();
    private final News news;
    private final LongSupplier nanoTime;
    private int primary = -1;
    private long primaryLostAt;
    private volatile long newestTerm = Report.NO_TERM;

    /**
     * Creates a cluster without contacting any node; {@link Probers} does that later.
     *
     * @param nanoTime the current time in nanoseconds, as {@link System#nanoTime()} returns it
     */
    public Cluster(List<NodeAddress> addresses, Credentials account, ConnectionPoolProperties settings,
            MeterRegistry meters,
            LongSupplier nanoTime) {
        // When one node has lost the primary's role, another node probably has it now, so all nodes are asked.
        this.nodes = addresses.stream().map(address -> new Node(address, account, settings, meters, this::askNow))
                .toList();
        this.news = new News(nanoTime);
        this.nanoTime = nanoTime;
        this.primaryLostAt = nanoTime.getAsLong();
    }

    /** Returns all nodes in the order of the configuration. */
    public List<Node> nodes() {
        return nodes;
    }

    /**
     * Returns the primary, or null while there is none. A primary that has not responded once or twice keeps the role.
     */
    public synchronized @Nullable Node primary() {
        return primary == -1 ? null : nodes.get(primary);
    }

    /** Returns for how long there has been no primary; zero while there is one. */
    public synchronized Duration withoutPrimary() {
        return primary == -1 ? Duration.ofNanos(nanoTime.getAsLong() - primaryLostAt) : Duration.ZERO;
    }

    /**
     * Returns whether the node was writable when it last responded, although a newer term than its own had begun.
     * Nothing may be read from it or written to it, also if it does not respond at present.
     */
    public boolean deposed(Node node) {
        return PrimaryElection.deposed(node.state().lastReport(), newestTerm);
    }

    /**
     * Waits until a condition on the state of the nodes holds, and has the nodes asked at once and then more often
     * meanwhile.
     *
     * @param atMost the longest time to wait
     * @return whether the condition holds
     */
    public boolean await(BooleanSupplier condition, Duration atMost) {
        return news.await(condition, atMost, this::askNow);
    }

    /**
     * Returns how far a node was behind the primary when it last responded; no lag for the primary and for a node that
     * does not respond.
     */
    public Lag lag(Node node) {
        NodeState state = node.state();
        Report report = state.report();
        return report == null || node.role() == Role.PRIMARY ? Lag.NONE
                : history.behind(report.executed(), state.respondedAt());
    }

    /** Has all nodes probed now, without waiting for the probe interval. */
    public void askNow() {
        nodes.forEach(Node::askNow);
    }

    void responded(Node node, Report report) {
        boolean isBack = !node.state().reachable();
        long now = nanoTime.getAsLong();
        node.state(NodeState.responded(report, now));
        noteTerm(report.term());
        if (isBack) {
            logger.info("{} responds.", node.name());
            node.emptyPools();
            node.warmUp();
        }
        assignRoles();
        if (node.role() == Role.PRIMARY) {
            history.add(now, report.executed());
        }
        news.arrived();
    }

    void missed(Node node, String why) {
        if (node.state().misses() == 0) {
            logger.warn("{} does not respond: {}", node.name(), why);
        }
        node.state(node.state().missed(why));
        node.abortReaders();
        if (node.state().misses() >= MISSES_UNTIL_GIVEN_UP) {
            node.abortWriters();
        }
        assignRoles();
        news.arrived();
    }

    /** Returns how long a prober may pause before it asks again. */
    Duration pause(Duration interval) {
        return news.pause(interval);
    }

    private boolean mayStay(int index) {
        if (index == -1) {
            return false;
        }
        Node node = nodes.get(index);
        return !node.state().reachable() && node.state().misses() < MISSES_UNTIL_GIVEN_UP && !deposed(node);
    }

    /** Remembers the newest term. The other nodes are asked at once, because the term says that roles have changed. */
    private synchronized void noteTerm(long term) {
        if (term > newestTerm) {
            newestTerm = term;
            askNow();
        }
    }

    private synchronized void assignRoles() {
        int elected = PrimaryElection.elect(nodes.stream().map(node -> node.state().report()).toList(), newestTerm,
                primary);
        if (elected != -1 || !mayStay(primary)) {
            if (primary != -1 && elected == -1) {
                primaryLostAt = nanoTime.getAsLong();
            }
            primary = elected;
        }
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            Role next = roleOf(i);
            if (next != node.role()) {
                logger.info("{} is now {} (was {}).", node.name(), next, node.role());
                node.role(next);
                node.emptyPools();
            }
        }
    }

    private Role roleOf(int index) {
        Node node = nodes.get(index);
        if (index == primary) {
            return Role.PRIMARY;
        }
        if (!node.state().reachable()) {
            return Role.UNKNOWN;
        }
        return deposed(node) ? Role.DEPOSED : Role.REPLICA;
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
