package com.foobar.replication.routing;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.replication.dialect.AccessMode;
import com.foobar.replication.settings.Durations;

/**
 * The limits of the routing.
 *
 * @param maxLag how far a replica may be behind the primary and still be read from; zero or more
 * @param positionWait how long a reader waits on a replica for the reader's own last write; zero or more
 * @param beginTimeout timeout for starting a read-only transaction on a node before the next node is tried; at least 10
 *            ms
 * @param writeBeginTimeout timeout for starting any other transaction on the primary; at least 10 ms
 * @param failoverWait how long a transaction waits for a new primary while a failover is going on; zero or more
 * @param repeatWrites whether an annotated method that may write is repeated once if it lost its primary before
 *            anything was committed; such methods must have no effect outside the database
 */
@ConfigurationProperties("foobar.replication.routing")
public record RoutingProperties(@DefaultValue("5s") Duration maxLag, @DefaultValue("50ms") Duration positionWait,
        @DefaultValue("300ms") Duration beginTimeout, @DefaultValue("1s") Duration writeBeginTimeout,
        @DefaultValue("3s") Duration failoverWait,
        boolean repeatWrites) {

    private static final int SHORTEST_MILLIS = 10;

    public RoutingProperties {
        Durations.notNegative("routing.max-lag", maxLag);
        Durations.notNegative("routing.position-wait", positionWait);
        Durations.atLeast("routing.begin-timeout", beginTimeout, SHORTEST_MILLIS);
        Durations.atLeast("routing.write-begin-timeout", writeBeginTimeout, SHORTEST_MILLIS);
        Durations.notNegative("routing.failover-wait", failoverWait);
    }

    /** Returns how long a transaction still waits for a primary, when there has been none for some time already. */
    Duration failoverWaitAfter(Duration withoutPrimary) {
        Duration left = failoverWait.minus(withoutPrimary);
        return left.isNegative() ? Duration.ZERO : left;
    }

    Duration beginTimeout(AccessMode access) {
        return access == AccessMode.READ ? beginTimeout : writeBeginTimeout;
    }
}
