package com.foobar.replication.node;

import java.util.List;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.foobar.replication.dialect.Report;
import com.foobar.replication.status.Lag;
import com.foobar.replication.status.Role;

/** All the nodes, and which of them is the primary. */
public final class Cluster implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Cluster.class);

    /**
     * A primary that is slow once is still the primary, and finishes what it has begun; one that is silent for so long
     * is not.
     */
    private static final int MISSES_UNTIL_GIVEN_UP = 3;

    private final List<Node> nodes;
    private final PrimaryHistory history = new PrimaryHistory();
    private final LongSupplier nanoTime;
    private int primary = -1;

    /**
     * Knows the nodes and has asked none yet.
     *
     * @param nanoTime the time, as {@link System#nanoTime()} gives it
     */
    public Cluster(List<NodeAddress> addresses, Credentials account, ConnectionPoolProperties settings,
            MeterRegistry meters,
            LongSupplier nanoTime) {
        // Where one node lost the role, another has it.
        this.nodes = addresses.stream().map(address -> new Node(address, account, settings, meters, this::askNow))
                .toList();
        this.nanoTime = nanoTime;
    }

    public List<Node> nodes() {
        return nodes;
    }

    /** The primary, or null while there is none; one that has just not answered is still it. */
    public synchronized @Nullable Node primary() {
        return primary == -1 ? null : nodes.get(primary);
    }

    /** How far a node was behind when it last answered; none where it does not answer. */
    public Lag lag(Node node) {
        NodeState state = node.state();
        Report report = state.report();
        return report == null || node.role() == Role.PRIMARY ? Lag.NONE
                : history.behind(report.executed(), state.answeredAt());
    }

    /** Asks all nodes about themselves at once. */
    public void askNow() {
        nodes.forEach(Node::askNow);
    }

    void answered(Node node, Report report) {
        boolean isBack = !node.state().reachable();
        long now = nanoTime.getAsLong();
        node.state(NodeState.answered(report, now));
        if (isBack) {
            logger.info("{} answers.", node.name());
            node.emptyPools();
            node.warmUp();
        }
        assignRoles();
        if (node.role() == Role.PRIMARY) {
            history.add(now, report.executed());
        }
    }

    void missed(Node node, String why) {
        if (node.state().misses() == 0) {
            logger.warn("{} does not answer: {}", node.name(), why);
        }
        node.state(node.state().missed(why));
        node.abortReaders();
        if (node.state().misses() >= MISSES_UNTIL_GIVEN_UP) {
            node.abortWriters();
        }
        assignRoles();
    }

    private boolean mayStay(int index) {
        if (index == -1) {
            return false;
        }
        NodeState state = nodes.get(index).state();
        return !state.reachable() && state.misses() < MISSES_UNTIL_GIVEN_UP;
    }

    private synchronized void assignRoles() {
        int elected = PrimaryElection.elect(nodes.stream().map(node -> node.state().report()).toList(), primary);
        if (elected != -1 || !mayStay(primary)) {
            primary = elected;
        }
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            Role next = i == primary ? Role.PRIMARY : node.state().reachable() ? Role.REPLICA : Role.UNKNOWN;
            if (next != node.role()) {
                logger.info("{} is now {} (was {}).", node.name(), next, node.role());
                node.role(next);
                node.emptyPools();
            }
        }
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
