package com.foobar.replication.status;

/**
 * The names under which a client carries its consistency token: the signed position of its last commit. A client that
 * sends the token back never reads anything older than that commit.
 */
public final class ConsistencyToken {

    /** The cookie of browsers. */
    public static final String COOKIE = "__Host-position";

    /** The request and response header of programs, which keep no cookies. */
    public static final String HEADER = "X-Database-Position";

    private ConsistencyToken() {}
}
