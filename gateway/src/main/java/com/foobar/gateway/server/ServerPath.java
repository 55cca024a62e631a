package com.foobar.gateway.server;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.gatewayview.ServerView;

/**
 * Who is behind a server's address, as the answers to its checks say ({@code X-Served-By}); immutable.
 *
 * @param members the names on the way, the web server's first, separated by slashes; empty while no check has passed
 * @param answering how many of them, from the front, have answered the last check; {@link #UNCLEAR} where the check was
 *            taken and not answered, which may be any one's fault
 */
record ServerPath(String members, int answering) {

    static final int UNCLEAR = ServerView.UNCLEAR;

    static final ServerPath UNKNOWN = new ServerPath("", 0);

    /** Returns the names, or an empty list while no check has passed. */
    List<String> hops() {
        return known() ? List.of(members.split("/", -1)) : List.of();
    }

    boolean known() {
        return !members.isEmpty();
    }

    /** What is known after a check that passed. */
    ServerPath passed(@Nullable String servedBy) {
        return servedBy != null && ServerView.isPath(servedBy) ? new ServerPath(servedBy, count(servedBy))
                : UNKNOWN;
    }

    /** What is known after a check that got no answer. */
    ServerPath unanswered(boolean connected) {
        return new ServerPath(members, connected ? UNCLEAR : 0);
    }

    /** What is known after a check that failed, with who gave the answer. */
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
