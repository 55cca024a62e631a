package com.foobar.replication.status;

import java.time.Duration;

/**
 * How far a node is behind the primary; zero on the primary itself.
 *
 * @param time the age of the oldest transaction that the primary has and the node lacks; as exact as the probe interval
 * @param transactions how many of the primary's transactions the node lacks
 */
public record Lag(Duration time, long transactions) {

    /** No lag. */
    public static final Lag NONE = new Lag(Duration.ZERO, 0);
}
