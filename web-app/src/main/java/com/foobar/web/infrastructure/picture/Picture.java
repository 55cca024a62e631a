package com.foobar.web.infrastructure.picture;

import java.util.List;

import com.foobar.web.infrastructure.picture.Card.Kind;
import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.Snapshot;

/**
 * The picture of the infrastructure in one format. All formats have the same parts and lines, at different places.
 *
 * @param bands the tiers, from the gateways down to the databases
 * @param edges lines that the request took come last, so that they lie above the others
 */
public record Picture(Format format, int height, List<Band> bands, List<Card> cards, List<Edge> edges,
        List<Label> labels) {

    private static final int BROWSER_HEIGHT = 44;

    public Picture {
        bands = List.copyOf(bands);
        cards = List.copyOf(cards);
        edges = List.copyOf(edges);
        labels = List.copyOf(labels);
    }

    /** Draws a snapshot and the way that a request took. */
    public static Picture of(Snapshot snapshot, RequestPath way, Format format) {
        Canvas canvas = new Canvas(format);
        Placed<String> browser = browser(canvas);
        List<Placed<GatewayTier.Part>> gateways = GatewayTier.draw(canvas, snapshot, way);
        List<Placed<ServerTiers.Part>> servers = ServerTiers.draw(canvas, snapshot, way);
        List<Placed<DatabaseNode>> nodes = DatabaseTier.draw(canvas, snapshot, way);
        EdgeLayout wiring = new EdgeLayout(snapshot);
        if (gateways.isEmpty()) {
            wiring.directly(browser, servers);
        }
        wiring.browser(browser, gateways);
        wiring.gateways(gateways, servers);
        wiring.servers(servers);
        wiring.databases(servers, nodes);
        wiring.replication(nodes);
        return new Picture(format, canvas.height(), canvas.bands(), canvas.cards(), wiring.edges(), wiring.labels());
    }

    private static Placed<String> browser(Canvas canvas) {
        Box box = Grid.row(canvas.format(), 1, 2, BROWSER_HEIGHT).getFirst();
        canvas.card(Kind.BROWSER, box, "your browser", null, null, true);
        canvas.moveTo(box.bottom() + Canvas.PADDING);
        canvas.leaveGap();
        return new Placed<>("browser", box, box, true);
    }

    /** Returns the width in the picture's units. */
    public int width() {
        return format.width;
    }
}
