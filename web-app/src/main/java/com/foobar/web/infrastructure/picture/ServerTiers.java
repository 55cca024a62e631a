package com.foobar.web.infrastructure.picture;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.web.infrastructure.picture.Canvas.Placed;
import com.foobar.web.infrastructure.picture.Picture.Box;
import com.foobar.web.infrastructure.picture.Picture.Card.Kind;
import com.foobar.web.infrastructure.snapshot.ServerStatus;
import com.foobar.web.infrastructure.snapshot.Snapshot;

/**
 * Draws the servers. Each server is a frame across two tiers: its web server is in the upper tier, its web-app in the
 * lower tier.
 */
final class ServerTiers {

    /**
     * A server with the places of its parts.
     *
     * @param webServer where the web server stands, or null if the server has none
     */
    record Part(ServerStatus server, @Nullable Box webServer, Box webApp) {}

    private static final int MARGIN = 10;

    private ServerTiers() {}

    static List<Placed<Part>> draw(Canvas canvas, Snapshot snapshot, RequestPath way) {
        ArrayList<Placed<Part>> placed = new ArrayList<>();
        for (List<ServerStatus> row : Grid.rows(canvas.format(), snapshot.servers())) {
            placed.addAll(row(canvas, row, snapshot, way));
        }
        return placed;
    }

    private static List<Placed<Part>> row(Canvas canvas, List<ServerStatus> row, Snapshot snapshot, RequestPath way) {
        int head = canvas.y();
        int front = head + Canvas.THREE_LINES;
        int back = front;
        boolean hasWebServers = row.stream().anyMatch(server -> webServer(server, snapshot, way) != null);
        if (hasWebServers) {
            canvas.moveTo(front + Canvas.TWO_LINES);
            canvas.band(head, "web", "files, compression");
            back = canvas.y();
        }
        int bottom = back + Canvas.TWO_LINES + MARGIN;
        List<Box> frames = Grid.row(canvas.format(), row.size(), head, bottom - head);
        ArrayList<Placed<Part>> placed = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            placed.add(server(canvas, row.get(i), frames.get(i), front, back, snapshot, way));
        }
        canvas.moveTo(bottom);
        canvas.band(hasWebServers ? back : head, "app", "the site, stateless");
        return placed;
    }

    private static Placed<Part> server(Canvas canvas, ServerStatus server, Box frame, int front, int back,
            Snapshot snapshot,
            RequestPath way) {
        canvas.card(Kind.SERVER, frame, server.name(), StatusStyles.of(server, snapshot.gateways().size()),
                StatusStyles.traffic(server), server.own());
        String webServer = webServer(server, snapshot, way);
        Box web = webServer == null ? null : Grid.within(frame, MARGIN, front, Canvas.TWO_LINES);
        if (webServer != null && web != null) {
            canvas.card(Kind.PART, web, webServer, StatusStyles.webServer(server), null, server.own());
        }
        Box app = Grid.within(frame, MARGIN, back, Canvas.TWO_LINES);
        String webApp = server.webApp();
        canvas.card(Kind.PART, app, webApp == null ? "web-app" : webApp, StatusStyles.webApp(server), null,
                server.own());
        return new Placed<>(new Part(server, web, app), frame, app, server.own());
    }

    /**
     * Returns the name of the web server, or null. As long as no gateway has reported it, the way of this request tells
     * which web server is in front of this instance.
     */
    private static @Nullable String webServer(ServerStatus server, Snapshot snapshot, RequestPath way) {
        String known = server.webServer();
        return known == null && server.own() ? way.webServer(snapshot).orElse(null) : known;
    }
}
