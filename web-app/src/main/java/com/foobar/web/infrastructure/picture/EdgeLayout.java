package com.foobar.web.infrastructure.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.foobar.web.infrastructure.picture.Canvas.Placed;
import com.foobar.web.infrastructure.picture.EdgeShapes.End;
import com.foobar.web.infrastructure.picture.Picture.Box;
import com.foobar.web.infrastructure.picture.Picture.Edge;
import com.foobar.web.infrastructure.picture.Picture.Edge.Kind;
import com.foobar.web.infrastructure.picture.Picture.Label;
import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.DatabaseNode.State;
import com.foobar.web.infrastructure.snapshot.ServerStatus;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Presence;
import com.foobar.web.infrastructure.snapshot.Snapshot;

/** Draws the lines between the parts. */
final class EdgeLayout {

    private final Snapshot snapshot;
    private final List<Edge> edges = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    EdgeLayout(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Returns the lines. Lines that the request took come last, so that they lie above the others. */
    List<Edge> edges() {
        return edges.stream().sorted(Comparator.comparing(Edge::onWay)).toList();
    }

    List<Label> labels() {
        return labels;
    }

    void browser(Placed<String> browser, List<Placed<GatewayTier.Part>> gateways) {
        for (int i = 0; i < gateways.size(); i++) {
            Placed<GatewayTier.Part> gateway = gateways.get(i);
            down(browser, i, gateways.size(), gateway, 0, 1, gateway.part().heard());
        }
    }

    /** Draws the lines from the browser to the servers if there is no gateway. */
    void directly(Placed<String> browser, List<Placed<ServerTiers.Part>> servers) {
        for (int i = 0; i < servers.size(); i++) {
            down(browser, i, servers.size(), servers.get(i), 0, 1, servers.get(i).onWay());
        }
    }

    void gateways(List<Placed<GatewayTier.Part>> gateways, List<Placed<ServerTiers.Part>> servers) {
        for (int i = 0; i < gateways.size(); i++) {
            for (int j = 0; j < servers.size(); j++) {
                down(gateways.get(i), j, servers.size(), servers.get(j), i, gateways.size(),
                        sends(gateways.get(i).part(), servers.get(j).part().server()));
            }
        }
    }

    void servers(List<Placed<ServerTiers.Part>> servers) {
        for (Placed<ServerTiers.Part> server : servers) {
            Box web = server.part().webServer();
            if (web != null) {
                String path = EdgeShapes.down(new End(web, 0, 1), new End(server.part().webApp(), 0, 1));
                edges.add(new Edge(Kind.INNER, path, isUp(server.part().server()), server.onWay()));
            }
        }
    }

    void databases(List<Placed<ServerTiers.Part>> servers, List<Placed<DatabaseNode>> nodes) {
        for (int i = 0; i < servers.size(); i++) {
            for (int j = 0; j < nodes.size(); j++) {
                down(servers.get(i), j, nodes.size(), nodes.get(j), i, servers.size(),
                        isUp(servers.get(i).part().server()) && snapshot.uses(nodes.get(j).part()));
            }
        }
    }

    void replication(List<Placed<DatabaseNode>> nodes) {
        nodes.stream().filter(node -> node.part().primary()).findFirst().ifPresent(primary -> {
            int replicas = 0;
            for (Placed<DatabaseNode> node : nodes) {
                if (isReplica(node.part().state())) {
                    replication(primary, node, replicas++);
                }
            }
        });
    }

    private void replication(Placed<DatabaseNode> primary, Placed<DatabaseNode> replica, int number) {
        boolean flows = primary.part().state() == State.TAKES_WRITES
                && (replica.part().state() == State.FOLLOWS || replica.part().state() == State.BEHIND);
        String path = EdgeShapes.around(primary.entry(), replica.entry(), number);
        edges.add(new Edge(Kind.REPLICATION, path, flows, false));
        labels.add(EdgeShapes.beside(primary.entry(), replica.entry(), number,
                new StatusStyle(StatusStyles.of(replica.part()).tone(), StatusStyles.lag(replica.part()))));
    }

    private void down(Placed<?> from, int fromNumber, int fromOf, Placed<?> to, int toNumber, int toOf, boolean inUse) {
        String path = EdgeShapes.down(new End(from.exit(), fromNumber, fromOf), new End(to.entry(), toNumber, toOf));
        edges.add(new Edge(Kind.REQUEST, path, inUse, from.onWay() && to.onWay()));
    }

    private static boolean sends(GatewayTier.Part gateway, ServerStatus server) {
        return gateway.heard() && server.sightings().stream()
                .anyMatch(seen -> seen.gateway().equals(gateway.name()) && seen.state().inService());
    }

    private static boolean isUp(ServerStatus server) {
        return server.webAppPresence() == Presence.RESPONDS;
    }

    private static boolean isReplica(State state) {
        return switch (state) {
            case FOLLOWS, UNCLEAR, BEHIND, CUT_OFF, STOPPED -> true;
            case TAKES_WRITES, ALONE, SECOND_WRITABLE, DEPOSED, DOWN -> false;
        };
    }
}
