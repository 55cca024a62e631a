package com.foobar.web.replication.routing;

import java.time.Duration;

import com.foobar.web.replication.dialect.Access;

/**
 * How patient the routing is.
 *
 * @param maxLag
 *            how far behind a replica may be and still be read from
 * @param positionWait
 *            how long a reader waits on a replica for what they wrote themselves
 * @param beginTimeout
 *            how long a node may take to begin one that only reads before another is tried
 * @param writeBeginTimeout
 *            how long the primary may take to begin any other
 */
public record RoutingSettings(Duration maxLag, Duration positionWait, Duration beginTimeout,
        Duration writeBeginTimeout) {

    Duration beginTimeout(Access access) {
        return access == Access.READ ? beginTimeout : writeBeginTimeout;
    }
}
