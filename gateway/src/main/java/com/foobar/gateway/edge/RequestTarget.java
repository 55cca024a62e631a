package com.foobar.gateway.edge;

import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/** Reads the target of a request line. */
final class RequestTarget {

    private RequestTarget() {}

    /**
     * Path and query of the target, or null where there are none that the gateway may pass on: a target in absolute form
     * must name the same host as the Host header, and none may have a fragment, which some servers cut off and others not.
     */
    static @Nullable String originForm(String target, String host) {
        if (target.indexOf('#') >= 0) {
            return null;
        }
        if (target.startsWith("/")) {
            return target;
        }
        int authority = target.indexOf("://") + 3;
        if (authority < 3 || !AsciiString.regionMatches(target, true, 0, "http", 0, 4)) {
            return null;
        }
        int path = target.indexOf('/', authority);
        String named = path < 0 ? target.substring(authority) : target.substring(authority, path);
        if (!named.equalsIgnoreCase(host)) {
            return null;
        }
        return path < 0 ? "/" : target.substring(path);
    }
}
