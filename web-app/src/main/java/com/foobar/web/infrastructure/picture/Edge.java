package com.foobar.web.infrastructure.picture;

import java.util.Locale;

/**
 * A line between two parts.
 *
 * @param path the line as an SVG path, in the direction of the requests or of the data
 * @param inUse whether requests or data are sent along the line
 * @param onWay whether the request took the line
 */
public record Edge(Kind kind, String path, boolean inUse, boolean onWay) {

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
