package com.foobar.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.Infrastructure;
import com.foobar.web.infrastructure.snapshot.ServerStatus;
import com.foobar.web.infrastructure.snapshot.Sighting;
import com.foobar.web.infrastructure.snapshot.Snapshot;

/** How the infrastructure is, as far as this instance knows. It asks no database, so that it answers when none does. */
@RestController
class InfrastructureApi {

    private final Infrastructure infrastructure;

    InfrastructureApi(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** All that the instance knows. */
    record State(Instant at, String instance, boolean writable, List<GatewayState> gateways,
            List<ServerState> servers, List<NodeState> databases) {

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
                    snapshot.databases().stream().map(node -> NodeState.of(node, snapshot)).toList());
        }
    }

    /** A gateway. */
    record GatewayState(String name, double heardSecondsAgo, boolean silent) {}

    /** A server, with what each gateway makes of it. */
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

    /** What one gateway makes of a server. */
    record Seen(String gateway, String state, int inFlight, double requestsPerSecond) {

        static Seen of(Sighting sighting) {
            return new Seen(sighting.gateway(), code(sighting.state()), sighting.inFlight(), sighting.rate());
        }
    }

    /** A database node. */
    record NodeState(String name, String state, boolean inUse, @Nullable String position, double lagSeconds,
            long lagTransactions) {

        static NodeState of(DatabaseNode node, Snapshot snapshot) {
            return new NodeState(node.name(), code(node.state()), snapshot.uses(node), node.position(),
                    node.lagSeconds(), node.lagTransactions());
        }
    }

    @GetMapping(path = "/api/v1/infrastructure", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<State> get() {
        return Responses.untagged(State.of(infrastructure.snapshot()));
    }

    private static String code(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
