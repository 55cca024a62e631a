package com.foobar.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.infrastructure.failover.Failover;
import com.foobar.web.infrastructure.failover.Failover.Lease;
import com.foobar.web.infrastructure.failover.Failover.Term;
import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.Infrastructure;
import com.foobar.web.infrastructure.snapshot.ServerStatus;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Presence;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Sighting;
import com.foobar.web.infrastructure.snapshot.Snapshot;

/**
 * Serves the state of the infrastructure as this instance knows it. It needs no database, so it responds while no
 * database node does.
 */
@RestController
class InfrastructureApi {

    private final Infrastructure infrastructure;

    InfrastructureApi(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** The state of the infrastructure in responses. */
    record State(Instant at, String instance, boolean writable, List<GatewayState> gateways,
            List<ServerState> servers, List<NodeState> databases, FailoverState failover) {

        State {
            gateways = List.copyOf(gateways);
            servers = List.copyOf(servers);
            databases = List.copyOf(databases);
        }

        static State of(Snapshot snapshot) {
            return new State(snapshot.at(), snapshot.instance(), snapshot.writable(),
                    snapshot.gateways().stream().map(gateway -> new GatewayState(gateway.name(),
                            gateway.heardAgo().toMillis() / 1_000d, gateway.silent())).toList(),
                    snapshot.servers().stream().map(ServerState::of).toList(),
                    snapshot.databases().stream().map(node -> NodeState.of(node, snapshot)).toList(),
                    FailoverState.of(snapshot.failover()));
        }
    }

    /**
     * A gateway in responses.
     *
     * @param heardSecondsAgo the seconds since the gateway last checked this instance
     * @param silent whether this is too long ago
     */
    record GatewayState(String name, double heardSecondsAgo, boolean silent) {}

    /** A server in responses, with its state as each gateway sees it. */
    record ServerState(String name, @Nullable String webServer, @Nullable String webApp, String webServerPresence,
            String webAppPresence, List<Seen> seenBy) {

        ServerState {
            seenBy = List.copyOf(seenBy);
        }

        static ServerState of(ServerStatus server) {
            return new ServerState(server.name(), server.webServer(), server.webApp(),
                    code(server.webServerPresence()), code(server.webAppPresence()),
                    server.sightings().stream().map(Seen::of).toList());
        }
    }

    /**
     * A server in responses as one gateway sees it.
     *
     * @param inFlight the requests in flight from this gateway
     * @param requestsPerSecond the responses of the last second to requests of this gateway
     */
    record Seen(String gateway, String state, int inFlight, double requestsPerSecond) {

        static Seen of(Sighting sighting) {
            return new Seen(sighting.gateway(), code(sighting.state()), sighting.inFlight(), sighting.rate());
        }
    }

    /**
     * A database node in responses.
     *
     * @param inUse whether requests are sent to the node
     * @param position the transactions that the node has executed, or null
     * @param lagSeconds for how many seconds the primary has had a transaction that the node does not have
     * @param lagTransactions how many of the primary's transactions the node does not have
     */
    record NodeState(String name, String state, boolean inUse, @Nullable String position, double lagSeconds,
            long lagTransactions) {

        static NodeState of(DatabaseNode node, Snapshot snapshot) {
            return new NodeState(node.name(), code(node.state()), snapshot.uses(node), node.position(),
                    node.lagSeconds(), node.lagTransactions());
        }
    }

    /**
     * How failover stands, in responses.
     *
     * @param leader the node that holds the lease, or null
     * @param partner the node that may take over, or null
     */
    record FailoverState(boolean automatic, @Nullable String leader, @Nullable String partner,
            @Nullable Term lastTerm) {

        static FailoverState of(Failover failover) {
            Optional<Lease> lease = failover.lease();
            return new FailoverState(failover.automatic(), lease.map(Lease::leader).orElse(null),
                    lease.map(Lease::partner).orElse(null), failover.lastTerm());
        }
    }

    @GetMapping(path = "/api/v1/infrastructure", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<State> get() {
        return Responses.untagged(State.of(infrastructure.snapshot()));
    }

    /** Returns a presence as the API has called it from the start; clients know these words. */
    private static String code(Presence presence) {
        return switch (presence) {
            case RESPONDS -> "answers";
            case NOT_READY -> "not-ready";
            case SILENT -> "silent";
            case UNSEEN -> "unseen";
        };
    }

    private static String code(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
