package com.foobar.replication.routing;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.dialect.AccessMode;
import com.foobar.replication.dialect.Report;
import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.node.Cluster;
import com.foobar.replication.node.Node;
import com.foobar.replication.routing.Choice.Candidate;
import com.foobar.replication.session.ReadYourWrites;

/**
 * Finds each transaction a node that can begin it: reads go to replicas first, to the primary next, and wherever there
 * is an answer last.
 */
final class Router {

    private final Cluster cluster;
    private final RoutingProperties settings;
    private final RoutingMetrics metrics;
    private final LeaseFactory beginning;
    private final AtomicInteger turn = new AtomicInteger();

    Router(Cluster cluster, RoutingProperties settings, RoutingMetrics metrics) {
        this.cluster = cluster;
        this.settings = settings;
        this.metrics = metrics;
        this.beginning = new LeaseFactory(settings, metrics);
    }

    /**
     * Begins a transaction where it belongs.
     *
     * @throws SQLException where no node that may do it answers
     */
    Lease begin(Demand demand) throws SQLException {
        ReadYourWrites session = ReadYourWrites.current();
        String position = session == null ? null : session.position();
        Lease lease = demand.access() == AccessMode.READ ? read(demand, position) : write(demand);
        if (session != null) {
            session.uses(lease.nodeName());
        }
        return lease;
    }

    /** The primary, or null while there is none. */
    @Nullable
    Node primary() {
        return cluster.primary();
    }

    private Lease write(Demand demand) throws SQLException {
        Node primary = primary();
        if (primary == null) {
            cluster.askNow();
            throw unavailable("No primary database answers.", null);
        }
        return Objects.requireNonNull(attempt(primary, demand, null));
    }

    private Lease read(Demand demand, @Nullable String position) throws SQLException {
        Node primary = primary();
        boolean primaryAnswers = primary != null && primary.state().reachable();
        Set<Reason> against = EnumSet.noneOf(Reason.class);
        Lease lease = readFromReplica(demand, position, primaryAnswers ? primary : null, against);
        // One who may have written what no replica has is better served late by the primary than early by a replica.
        if (lease == null && primary != null && (primaryAnswers || position != null)) {
            lease = readFrom(primary, demand);
        }
        if (lease != null) {
            if (lease.isOn(primary)) {
                metrics.fellBack(against.stream().findFirst().orElse(Reason.MISSING));
            }
            return lease;
        }
        return readFromAny(demand);
    }

    private @Nullable Lease readFrom(Node node, Demand demand) throws SQLException {
        try {
            return attempt(node, demand, null);
        } catch (SQLException e) {
            if (node.exhausted(demand.access())) {
                throw e;
            }
            return null;
        }
    }

    private @Nullable Lease readFromReplica(Demand demand, @Nullable String position, @Nullable Node primary,
            Set<Reason> against) {
        List<Candidate<Node>> candidates = candidates(position, primary, against);
        for (Candidate<Node> next = pick(candidates); next != null; next = pick(candidates)) {
            candidates.remove(next);
            if (!next.hasPosition() && against.contains(Reason.POSITION)) {
                // One wait is all that a reader is asked for.
                continue;
            }
            try {
                Lease lease = attempt(next.node(), demand, next.hasPosition() ? null : position);
                if (lease != null) {
                    return lease;
                }
                against.add(Reason.POSITION);
            } catch (SQLException e) {
                against.add(next.node().exhausted(demand.access()) ? Reason.EXHAUSTED : Reason.DOWN);
            }
        }
        return null;
    }

    /**
     * Without a primary an old page is better than none: a node that says it is stopped may still answer, and so may
     * one that was only late to say how it is. One that has not answered for longest is tried last.
     */
    private Lease readFromAny(Demand demand) throws SQLException {
        SQLException failure = null;
        for (Node node : likeliestFirst()) {
            try {
                return Objects.requireNonNull(attempt(node, demand, null));
            } catch (SQLException e) {
                failure = e;
            }
        }
        cluster.askNow();
        throw unavailable("No database answers.", failure);
    }

    private List<Node> likeliestFirst() {
        return cluster.nodes().stream().sorted(Comparator.comparingInt(node -> node.state().misses())).toList();
    }

    private List<Candidate<Node>> candidates(@Nullable String position, @Nullable Node primary, Set<Reason> against) {
        ArrayList<Candidate<Node>> candidates = new ArrayList<>();
        for (Node node : cluster.nodes()) {
            Report report = node.state().report();
            Reason reason = node == primary ? null
                    : NodeEligibility.reasonAgainst(report == null ? null : report.applier(), cluster.lag(node),
                            settings.maxLag(), primary != null);
            if (reason != null) {
                against.add(reason);
            } else if (node != primary) {
                candidates.add(new Candidate<>(node, has(node, position), node.inUse(AccessMode.READ)));
            }
        }
        return candidates;
    }

    private @Nullable Candidate<Node> pick(List<Candidate<Node>> candidates) {
        return Choice.leastLoaded(candidates, turn.getAndIncrement());
    }

    private static boolean has(Node node, @Nullable String position) {
        if (position == null) {
            return true;
        }
        try {
            GtidSet wanted = node.dialect().parse(position);
            return node.hasReached(wanted);
        } catch (IllegalArgumentException e) {
            // A server of another kind wrote it, and no server here can wait for it.
            return true;
        }
    }

    private @Nullable Lease attempt(Node node, Demand demand, @Nullable String position) throws SQLException {
        long begun = System.nanoTime();
        try {
            return beginning.begin(node, demand, position);
        } catch (SQLException e) {
            boolean slow = System.nanoTime() - begun >= settings.beginTimeout(demand.access()).toNanos() / 2;
            if (node.exhausted(demand.access())) {
                throw e;
            }
            if (node != cluster.primary()) {
                leaveOut(node, slow, e);
                throw e;
            }
            if (slow) {
                // It may be busy with what a lost replica did before, and there is no other.
                node.askNow();
                throw e;
            }
            // Whatever broke one connection has likely broken the others of its pool.
            node.emptyPools();
        }
        return secondAttempt(node, demand, position);
    }

    private static void leaveOut(Node replica, boolean slow, SQLException reason) {
        if (slow) {
            replica.silent(String.valueOf(reason.getMessage()));
        } else {
            replica.emptyPools();
            replica.suspect(String.valueOf(reason.getMessage()));
        }
    }

    /** With a new connection, for there is only one primary. */
    private @Nullable Lease secondAttempt(Node node, Demand demand, @Nullable String position) throws SQLException {
        try {
            return beginning.begin(node, demand, position);
        } catch (SQLException e) {
            node.suspect(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static SQLException unavailable(String message, @Nullable SQLException cause) {
        return new SQLTransientConnectionException(message, "08001", cause);
    }
}
