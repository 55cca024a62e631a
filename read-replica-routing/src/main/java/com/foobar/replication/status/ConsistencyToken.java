package com.foobar.replication.status;

/**
 * The names under which a client carries its consistency token: the signed position of its last commit. A client that
 * sends the token back reads nothing older than that commit, unless the primary is unavailable.
 */
public final class ConsistencyToken {

    /** The name of the cookie, for browsers. */
    public static final String COOKIE = "__Host-position";

    /** The name of the request and response header, for programs, which keep no cookies. */
    public static final String HEADER = "X-Database-Position";

    private ConsistencyToken() {}
}
