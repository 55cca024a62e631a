package com.foobar.web.infrastructure.picture;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.foobar.web.infrastructure.picture.Canvas.Placed;
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

    /**
     * A tier of the picture.
     *
     * @param about what the parts of the tier do
     */
    public record Band(Box box, String name, String about) {}

    /** A rectangle in the picture, in the picture's units. */
    public record Box(int x, int y, int width, int height) {

        /** Returns the x coordinate of the right edge. */
        public int right() {
            return x + width;
        }

        /** Returns the y coordinate of the lower edge. */
        public int bottom() {
            return y + height;
        }

        /** Returns the x coordinate of the centre. */
        public int centre() {
            return x + width / 2;
        }
    }

    /**
     * A part of the infrastructure as a card in the picture.
     *
     * @param title the part's name, cut to the available space
     * @param fullTitle the part's whole name
     * @param look the part's state, or null if it has none
     * @param detail a third line, or null
     * @param onWay whether the request passed the part
     */
    public record Card(Card.Kind kind, Box box, String title, String fullTitle, @Nullable StatusStyle look,
            @Nullable String detail,
            boolean onWay) {

        /** The kind of a part. */
        public enum Kind {
            BROWSER, GATEWAY, SERVER, PART, DATABASE
        }

        /** Returns the CSS classes of the card. */
        public String style() {
            return "card card-" + kind.name().toLowerCase(Locale.ROOT) + (onWay ? " on-way" : "")
                    + (look == null ? "" : " " + look.tone().style());
        }
    }

    /**
     * A line between two parts.
     *
     * @param path the line as an SVG path, in the direction of the requests or of the data
     * @param inUse whether requests or data are sent along the line
     * @param onWay whether the request took the line
     */
    public record Edge(Edge.Kind kind, String path, boolean inUse, boolean onWay) {

        /** What a line carries. */
        public enum Kind {
            /** Requests, from one part to another. */
            REQUEST,
            /** Requests from the web server to the web-app, inside the frame of a server. */
            INNER,
            /** Transactions, from the primary to a replica. */
            REPLICATION
        }

        /** Returns the CSS classes of the line. */
        public String style() {
            return "edge edge-" + kind.name().toLowerCase(Locale.ROOT) + (inUse ? "" : " unused")
                    + (onWay ? " on-way" : "");
        }
    }

    /** Words beside a line, centred at a point. */
    public record Label(int x, int y, StatusStyle look) {}

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
        canvas.card(Card.Kind.BROWSER, box, "your browser", null, null, true);
        canvas.moveTo(box.bottom() + Canvas.PADDING);
        canvas.leaveGap();
        return new Placed<>("browser", box, box, true);
    }

    /** Returns the width in the picture's units. */
    public int width() {
        return format.width;
    }
}
