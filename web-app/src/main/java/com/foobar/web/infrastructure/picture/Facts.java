package com.foobar.web.infrastructure.picture;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.Gateway;
import com.foobar.web.infrastructure.snapshot.ServerStatus;
import com.foobar.web.infrastructure.snapshot.Snapshot;

/** What the picture shows, as the rows of tables. */
public record Facts(List<GatewayRow> gateways, List<ServerRow> servers, List<NodeRow> nodes) {

    /** A gateway, with how long ago it was heard of. */
    public record GatewayRow(String name, StatusStyle look, String heard, @Nullable String traffic) {}

    /** A server, with its web server where there is one, and its web-app. */
    public record ServerRow(String name, List<Named> parts, List<Named> sightings, @Nullable String traffic) {}

    /** A database node, with all of its position as the server writes it. */
    public record NodeRow(String name, StatusStyle look, @Nullable String behind, @Nullable String position) {}

    /** A look with whose it is. */
    public record Named(String name, StatusStyle look) {}

    /** All that is known. */
    public static Facts of(Snapshot snapshot) {
        return new Facts(snapshot.gateways().stream().map(gateway -> row(gateway, snapshot)).toList(),
                snapshot.servers().stream().map(Facts::row).toList(),
                snapshot.databases().stream().map(Facts::row).toList());
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
