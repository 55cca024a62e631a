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
import com.foobar.replication.node.Cluster;
import com.foobar.replication.node.Node;
import com.foobar.replication.routing.Choice.Candidate;
import com.foobar.replication.session.ReadYourWrites;

/**
 * Finds a node for each transaction. Writes go to the primary. Reads go to an eligible replica if there is one, else to
 * the primary, and at last to any node that responds and is not deposed.
 */
final class Router {

    private final Cluster cluster;
    private final RoutingProperties settings;
    private final RoutingMetrics metrics;
    private final LeaseFactory beginning;
    private final Positions positions;
    private final AtomicInteger turn = new AtomicInteger();

    Router(Cluster cluster, RoutingProperties settings, RoutingMetrics metrics) {
        this.cluster = cluster;
        this.settings = settings;
        this.metrics = metrics;
        this.positions = new Positions(cluster, settings.failoverWait());
        this.beginning = new LeaseFactory(settings, metrics);
    }

    /**
     * Begins a transaction on the node that fits it.
     *
     * @throws SQLException if no suitable node responds, or if all connections of the node are in use
     */
    Lease begin(Demand demand) throws SQLException {
        ReadYourWrites session = ReadYourWrites.current();
        String position = session == null ? null : session.position();
        Lease lease = demand.access() == AccessMode.READ ? read(demand, position) : write(demand, position);
        if (session != null) {
            session.uses(lease.nodeName());
        }
        return lease;
    }

    /** Returns the primary, or null while there is none. */
    @Nullable
    Node primary() {
        return cluster.primary();
    }

    private Lease write(Demand demand, @Nullable String position) throws SQLException {
        if (demand.autoCommit()) {
            return writeTo(primaryOrFail(), demand, position);
        }
        Node primary = primaryOrWait();
        try {
            return writeTo(primary, demand, position);
        } catch (SQLException e) {
            long failedAt = System.nanoTime();
            if (primary.exhausted(demand.access())
                    || !cluster.await(() -> mayBeTriedAgain(primary, failedAt), settings.failoverWait())) {
                throw e;
            }
        }
        // Nothing of the transaction has been sent yet, so a second primary may have it.
        return writeTo(primaryOrWait(), demand, position);
    }

    /**
     * Returns whether there is a primary with which a second attempt makes sense: another one than the primary that
     * failed, or the same one if it has responded to a probe since.
     */
    private boolean mayBeTriedAgain(Node failed, long failedAt) {
        Node primary = primary();
        return primary != null && (primary != failed || primary.heardSince(failedAt));
    }

    /** Returns the primary. Waits for one during a failover, but not in an outage that lasts longer than a failover. */
    private Node primaryOrWait() throws SQLException {
        cluster.await(() -> primary() != null, settings.failoverWaitAfter(cluster.withoutPrimary()));
        return primaryOrFail();
    }

    /**
     * Returns the primary. A statement outside a transaction does not wait for one: it is often a read, for which the
     * application has another way, and it cannot be repeated safely if it is a write.
     */
    private Node primaryOrFail() throws SQLException {
        Node primary = primary();
        if (primary == null) {
            cluster.askNow();
            throw unavailable("No primary database responds.", null);
        }
        return primary;
    }

    /**
     * Begins a transaction on the primary. A transaction that may write reads as well, and what it reads must not be
     * older than the user's last commit either.
     */
    private Lease writeTo(Node primary, Demand demand, @Nullable String position) throws SQLException {
        Lease lease = attempt(primary, demand, positions.has(primary, position) ? null : position);
        if (lease != null) {
            return lease;
        }
        positions.awaitOnPrimary(position);
        return Objects.requireNonNull(attempt(primaryOrFail(), demand, null));
    }

    private Lease read(Demand demand, @Nullable String position) throws SQLException {
        Node primary = primary();
        boolean primaryResponds = primary != null && primary.state().reachable();
        Set<Reason> against = EnumSet.noneOf(Reason.class);
        Lease lease = readFromReplica(demand, position, primaryResponds ? primary : null, against);
        // A user with a position may have written something that no replica has yet. A late read from the primary is
        // better for this user than an early stale read, so the primary is tried even if it has not responded lately.
        if (lease == null && primary != null && (primaryResponds || position != null)) {
            lease = readFrom(primary, demand, positions.has(primary, position) ? null : position);
        }
        if (lease != null) {
            if (lease.isOn(primary)) {
                metrics.fellBack(against.stream().findFirst().orElse(Reason.MISSING));
            }
            return lease;
        }
        if (position != null) {
            positions.awaitAnywhere(position);
        }
        return readFromAny(demand, position);
    }

    private @Nullable Lease readFrom(Node node, Demand demand, @Nullable String position) throws SQLException {
        try {
            return attempt(node, demand, position);
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
                // Each read waits for its position at most once.
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
     * Begins a read on any node that responds, even if no node has reached the reader's position: without a primary,
     * old data is better than no data. A node with a stopped applier can still serve reads, and so can a node that
     * responded too late to a probe. The nodes that have the position are tried first, those with the most failures in
     * a row last, and of two equal nodes the primary first.
     */
    private Lease readFromAny(Demand demand, @Nullable String position) throws SQLException {
        SQLException failure = null;
        for (Node node : likeliestFirst(position)) {
            try {
                return Objects.requireNonNull(attempt(node, demand, null));
            } catch (SQLException e) {
                failure = e;
            }
        }
        cluster.askNow();
        throw unavailable("No database responds.", failure);
    }

    private List<Node> likeliestFirst(@Nullable String position) {
        return cluster.nodes().stream().filter(node -> !cluster.deposed(node))
                .sorted(Comparator.comparing((Node node) -> !positions.has(node, position))
                        .thenComparingInt(node -> node.state().misses())
                        .thenComparing(node -> node != primary()))
                .toList();
    }

    private List<Candidate<Node>> candidates(@Nullable String position, @Nullable Node primary, Set<Reason> against) {
        ArrayList<Candidate<Node>> candidates = new ArrayList<>();
        for (Node node : cluster.nodes()) {
            Report report = node.state().report();
            Reason reason = node == primary ? null
                    : NodeEligibility.reasonAgainst(report == null ? null : report.applier(),
                            cluster.deposed(node), cluster.lag(node), settings.maxLag(), primary != null);
            if (reason != null) {
                against.add(reason);
            } else if (node != primary) {
                candidates.add(new Candidate<>(node, positions.has(node, position), node.inUse(AccessMode.READ)));
            }
        }
        return candidates;
    }

    private @Nullable Candidate<Node> pick(List<Candidate<Node>> candidates) {
        return Choice.leastLoaded(candidates, turn.getAndIncrement());
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
                // The primary may be busy because it took over the load of a lost replica, and no other node can
                // replace it.
                node.askNow();
                throw e;
            }
            // The cause that broke this connection has probably broken the others of its pool too.
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

    /** Tries once more with a new connection, because no other node can replace the primary. */
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
