package com.foobar.replication.status;

import java.time.Duration;

/**
 * How far a node is behind the primary, zero on the primary itself.
 *
 * @param time since when the primary has had something that the node has not, as exact as the primary is asked
 * @param transactions how many the node has not
 */
public record Lag(Duration time, long transactions) {

    public static final Lag NONE = new Lag(Duration.ZERO, 0);
}
