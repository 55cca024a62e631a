package com.foobar.web.infrastructure.failover;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How failover stands at one time.
 *
 * @param agents the agent of each database node; empty if failover is by hand
 * @param lastTerm the beginning of the newest term that the database knows of, or null if it is not known
 */
public record Failover(List<Agent> agents, @Nullable Term lastTerm) {

    /** Failover by hand. */
    public static final Failover BY_HAND = new Failover(List.of(), null);

    /**
     * The agent of a database node.
     *
     * @param node the name of the node
     * @param lease what the agent last read of the lease, or null if it does not respond
     * @param storeReachable whether the agent reaches the store of the lease
     */
    public record Agent(String node, @Nullable Lease lease, boolean storeReachable) {}

    /**
     * The lease and what is stored with it.
     *
     * @param leader the node that holds the lease now, or null if none does
     * @param primary the node that was made the primary last
     * @param partner the node that may take over, or null if none may
     * @param term the number of the primary's term
     */
    public record Lease(@Nullable String leader, @Nullable String primary, @Nullable String partner, long term) {}

    /**
     * The beginning of a term.
     *
     * @param reason why it began: initial, failover, switchover or manual
     */
    public record Term(long number, String primary, Instant began, String reason) {}

    public Failover {
        agents = List.copyOf(agents);
    }

    /** Returns whether agents decide on a failover, and no operator has to. */
    public boolean automatic() {
        return !agents.isEmpty();
    }

    /** Returns the newest lease that an agent has read, or empty if no agent reaches the store of the lease. */
    public Optional<Lease> lease() {
        return agents.stream().filter(Agent::storeReachable).map(Agent::lease).filter(Objects::nonNull)
                .max(Comparator.comparingLong(Lease::term));
    }
}
