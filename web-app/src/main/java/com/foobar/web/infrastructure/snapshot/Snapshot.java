package com.foobar.web.infrastructure.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.foobar.web.infrastructure.failover.Failover;
import com.foobar.web.infrastructure.snapshot.DatabaseNode.State;

/**
 * The state of the infrastructure at one time, as one instance knows it.
 *
 * @param at the time
 * @param instance the name of the instance
 * @param gateways the gateways that have checked the instance recently, ordered by name
 * @param servers all known servers, the instance's own included
 * @param databases in the order of the configuration
 * @param failover how failover of the database stands
 */
public record Snapshot(Instant at, String instance, List<Gateway> gateways, List<ServerStatus> servers,
        List<DatabaseNode> databases, Failover failover) {

    /**
     * A gateway as this instance sees it.
     *
     * @param heardAgo the time since the gateway last checked this instance
     * @param silent whether this time is too long: the gateway is stopped or cut off, or has taken this instance out
     * @param unlisted how many servers the gateway has that are not in the snapshot
     */
    public record Gateway(String name, Duration heardAgo, boolean silent, int unlisted) {}

    public Snapshot {
        gateways = List.copyOf(gateways);
        servers = List.copyOf(servers);
        databases = List.copyOf(databases);
    }

    /** Returns the primary, whether it responds or not; empty if no node is the primary. */
    public Optional<DatabaseNode> primary() {
        return databases.stream().filter(DatabaseNode::primary).findFirst();
    }

    /** Returns whether a primary takes writes. */
    public boolean writable() {
        return primary().filter(node -> node.state() == State.TAKES_WRITES).isPresent();
    }

    /**
     * Returns whether requests are sent to a node. Without a primary, they are sent to each node that responds and is
     * not deposed.
     */
    public boolean uses(DatabaseNode node) {
        return node.state().inService()
                || (!writable() && node.state() != State.DOWN && node.state() != State.DEPOSED);
    }
}
