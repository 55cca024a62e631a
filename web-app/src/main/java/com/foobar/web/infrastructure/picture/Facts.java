package com.foobar.web.infrastructure.picture;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.ServerStatus;
import com.foobar.web.infrastructure.snapshot.Snapshot;
import com.foobar.web.infrastructure.snapshot.Snapshot.Gateway;

/**
 * The content of the picture as rows of tables.
 *
 * @param failover how failover stands, or null if failover is by hand
 */
public record Facts(List<GatewayRow> gateways, List<ServerRow> servers, List<NodeRow> nodes,
        @Nullable FailoverRow failover) {

    /**
     * A gateway.
     *
     * @param heard how long ago the gateway last checked this instance
     * @param traffic the requests of the gateway to all servers, or null if the gateway is silent
     */
    public record GatewayRow(String name, StatusStyle look, String heard, @Nullable String traffic) {}

    /**
     * A server.
     *
     * @param parts the web server, if there is one, and the web-app, if it is known
     * @param sightings the server's state as each gateway sees it
     * @param traffic the requests of all gateways to the server, or null if no gateway sees the server
     */
    public record ServerRow(String name, List<Named> parts, List<Named> sightings, @Nullable String traffic) {}

    /**
     * A database node.
     *
     * @param behind how far the node is behind the primary; null for the primary and for a node without a position
     * @param position the node's whole position as the database server writes it, or null
     */
    public record NodeRow(String name, StatusStyle look, @Nullable String behind, @Nullable String position) {}

    /**
     * How failover stands.
     *
     * @param leader the node that holds the lease
     * @param partner the node that may take over
     * @param began how the newest term began, and when
     */
    public record FailoverRow(String leader, String term, String partner, String began) {}

    /** A state with the name of the part that has it. */
    public record Named(String name, StatusStyle look) {}

    /** Returns all that a snapshot contains. */
    public static Facts of(Snapshot snapshot) {
        return new Facts(snapshot.gateways().stream().map(gateway -> row(gateway, snapshot)).toList(),
                snapshot.servers().stream().map(Facts::row).toList(),
                snapshot.databases().stream().map(Facts::row).toList(), FailoverPhrases.row(snapshot.failover()));
    }

    private static GatewayRow row(Gateway gateway, Snapshot snapshot) {
        return new GatewayRow(gateway.name(), StatusStyles.of(gateway), Phrases.ago(gateway.heardAgo()),
                StatusStyles.traffic(gateway, snapshot.servers()));
    }

    private static ServerRow row(ServerStatus server) {
        String webServer = server.webServer();
        String webApp = server.webApp();
        List<Named> parts = Stream
                .of(webServer == null ? null : new Named(webServer, StatusStyles.webServer(server)),
                        webApp == null ? null : new Named(webApp, StatusStyles.webApp(server)))
                .flatMap(Stream::ofNullable).toList();
        List<Named> sightings = server.sightings().stream()
                .map(seen -> new Named(seen.gateway(), StatusStyles.of(seen.state()))).toList();
        return new ServerRow(server.name(), parts, sightings, StatusStyles.traffic(server));
    }

    private static NodeRow row(DatabaseNode node) {
        return new NodeRow(node.name(), StatusStyles.of(node),
                node.position() == null || node.primary() ? null : StatusStyles.lag(node), node.position());
    }
}
