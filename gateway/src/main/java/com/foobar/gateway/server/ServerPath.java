package com.foobar.gateway.server;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.gatewayview.ServerView;

/**
 * The hops behind a server's address (web server, then web-app), as the header {@code X-Served-By} of the responses to
 * health checks names them; immutable.
 *
 * @param members the names of the hops, the web server first, separated by slashes; empty while they are not known
 * @param responding how many hops, from the front, responded to the last check; {@link #UNCLEAR} if a connection was
 *            made but no response came, which may be the fault of any hop
 */
record ServerPath(String members, int responding) {

    static final int UNCLEAR = ServerView.UNCLEAR;

    static final ServerPath UNKNOWN = new ServerPath("", 0);

    /** Returns the names of the hops, or an empty list while they are not known. */
    List<String> hops() {
        return known() ? List.of(members.split("/", -1)) : List.of();
    }

    boolean known() {
        return !members.isEmpty();
    }

    /**
     * Returns what is known after a check that passed.
     *
     * @param servedBy the response's header {@code X-Served-By}, or null if it has none
     */
    ServerPath passed(@Nullable String servedBy) {
        return servedBy != null && ServerView.isPath(servedBy) ? new ServerPath(servedBy, count(servedBy))
                : UNKNOWN;
    }

    /**
     * Returns what is known after a check that got no response.
     *
     * @param connected whether the connection was made
     */
    ServerPath noResponse(boolean connected) {
        return new ServerPath(members, connected ? UNCLEAR : 0);
    }

    /**
     * Returns what is known after a check that got a response and failed.
     *
     * @param servedBy the response's header {@code X-Served-By}, or null if it has none: the hops that responded
     */
    ServerPath failed(@Nullable String servedBy) {
        return new ServerPath(members, servedBy != null && isFront(servedBy) ? count(servedBy) : 0);
    }

    private boolean isFront(String names) {
        return known() && (members + "/").startsWith(names + "/");
    }

    private static int count(String names) {
        return names.split("/", -1).length;
    }
}
