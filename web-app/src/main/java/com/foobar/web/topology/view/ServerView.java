package com.foobar.web.topology.view;

import java.util.List;

/**
 * A server as one gateway sees it.
 *
 * @param name
 *            what the gateways call it
 * @param inFlight
 *            the requests that it has in hand from this gateway
 * @param rate
 *            the requests of this gateway that it answered in the last second
 * @param path
 *            who stands behind its address, the web-app last; empty where that is not known
 * @param answering
 *            how many of the path's members, from the front, have answered the last check; {@link #UNCLEAR} where the check was
 *            taken and not answered, which may be any one's fault
 */
public record ServerView(String name, ServerState state, int inFlight, double rate, List<String> path, int answering) {

    public static final int UNCLEAR = -1;

    public ServerView {
        path = List.copyOf(path);
        if (answering > path.size()) {
            throw new IllegalArgumentException("More members of a server's path answer than it has.");
        }
    }
}
