package com.foobar.gateway.server;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Who is behind a server's address, as the answers to its checks say ({@code X-Served-By}); immutable.
 *
 * @param members the names on the way, the web server's first, separated by slashes; empty while no check has passed
 * @param answering how many of them, from the front, have answered the last check; {@link #UNCLEAR} where the check was
 *        taken and not answered, which may be any one's fault
 */
record ServerPath(String members, int answering) {

    static final int UNCLEAR = -1;

    static final ServerPath UNKNOWN = new ServerPath("", 0);

    private static final Pattern WELL_FORMED = Pattern
            .compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}(/[A-Za-z0-9][A-Za-z0-9._-]{0,62}){0,3}");

    boolean known() {
        return !members.isEmpty();
    }

    /** What is known after a check that passed. */
    ServerPath passed(@Nullable String servedBy) {
        return servedBy != null && WELL_FORMED.matcher(servedBy).matches() ? new ServerPath(servedBy, count(servedBy))
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
