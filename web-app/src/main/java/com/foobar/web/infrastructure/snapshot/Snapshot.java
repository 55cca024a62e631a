package com.foobar.web.infrastructure.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that one instance knows of the infrastructure at a time.
 *
 * @param at the time
 * @param instance whose knowledge it is
 * @param gateways those that were heard of lately, by name
 * @param servers this instance's own among them
 * @param databases in the order of the configuration
 */
public record Snapshot(Instant at, String instance, List<Gateway> gateways, List<ServerStatus> servers,
        List<DatabaseNode> databases) {

    public Snapshot {
        gateways = List.copyOf(gateways);
        servers = List.copyOf(servers);
        databases = List.copyOf(databases);
    }

    /** The primary, whether it answers or not; none while no node takes writes. */
    public Optional<DatabaseNode> primary() {
        return databases.stream().filter(DatabaseNode::primary).findFirst();
    }

    /** Whether writes are taken. */
    public boolean writable() {
        return primary().filter(node -> node.state() == DatabaseState.TAKES_WRITES).isPresent();
    }

    /** Whether requests are sent to a node: without a primary, to whatever answers. */
    public boolean uses(DatabaseNode node) {
        return node.state().inService() || (!writable() && node.state() != DatabaseState.DOWN);
    }
}
