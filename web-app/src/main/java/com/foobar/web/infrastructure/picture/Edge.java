package com.foobar.web.infrastructure.picture;

import java.util.Locale;

/**
 * A line between two parts.
 *
 * @param path the line as an SVG path, in the direction of the requests or of the data
 * @param inUse whether anything is sent along it
 * @param onWay whether the request took it
 */
public record Edge(Kind kind, String path, boolean inUse, boolean onWay) {

    /** What goes along it. */
    public enum Kind {
        /** Requests, from one part to another. */
        REQUEST,
        /** Requests within a server, inside of its frame. */
        INNER,
        /** The primary's transactions. */
        REPLICATION
    }

    /** The names of its styles. */
    public String style() {
        return "edge edge-" + kind.name().toLowerCase(Locale.ROOT) + (inUse ? "" : " unused")
                + (onWay ? " on-way" : "");
    }
}
