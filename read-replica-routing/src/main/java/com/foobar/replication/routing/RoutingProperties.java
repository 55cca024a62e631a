package com.foobar.replication.routing;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

import com.foobar.replication.dialect.AccessMode;

/**
 * The limits of the routing.
 *
 * @param maxLag how far a replica may be behind the primary and still be read from; zero or more
 * @param positionWait how long a reader waits on a replica for the reader's own last write; zero or more
 * @param beginTimeout timeout for starting a read-only transaction on a node before the next node is tried; at least 10
 *            ms
 * @param writeBeginTimeout timeout for starting any other transaction on the primary; at least 10 ms
 */
@ConfigurationProperties("foobar.replication.routing")
public record RoutingProperties(@DefaultValue("5s") Duration maxLag, @DefaultValue("50ms") Duration positionWait,
        @DefaultValue("300ms") Duration beginTimeout, @DefaultValue("1s") Duration writeBeginTimeout) {

    private static final Duration SHORTEST = Duration.ofMillis(10);

    public RoutingProperties {
        notNegative("max-lag", maxLag);
        notNegative("position-wait", positionWait);
        longEnough("begin-timeout", beginTimeout);
        longEnough("write-begin-timeout", writeBeginTimeout);
    }

    Duration beginTimeout(AccessMode access) {
        return access == AccessMode.READ ? beginTimeout : writeBeginTimeout;
    }

    private static void notNegative(String name, Duration value) {
        Assert.isTrue(!value.isNegative(), () -> "foobar.replication.routing." + name + " must not be negative.");
    }

    private static void longEnough(String name, Duration value) {
        Assert.isTrue(value.compareTo(SHORTEST) >= 0,
                () -> "foobar.replication.routing." + name + " must be at least 10 ms.");
    }
}
