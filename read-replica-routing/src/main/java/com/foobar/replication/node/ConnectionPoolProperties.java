package com.foobar.replication.node;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

import com.foobar.replication.dialect.AccessMode;

/**
 * The connection pools of a node: one for reads and one for writes.
 *
 * @param size the most connections of each pool; at least 1
 * @param checkoutTimeout how long a read-only transaction waits for a connection, and for each response while a
 *            connection is made; at least 250 ms
 * @param writeCheckoutTimeout the same timeout for writes (longer: there is only one primary); at least 250 ms
 * @param socketTimeout how long the server may take for any one response; zero sets no limit
 */
@ConfigurationProperties("foobar.replication.pool")
public record ConnectionPoolProperties(@DefaultValue("10") int size, @DefaultValue("400ms") Duration checkoutTimeout,
        @DefaultValue("1s") Duration writeCheckoutTimeout, @DefaultValue("30s") Duration socketTimeout) {

    /** HikariCP takes no shorter timeout. */
    private static final Duration SHORTEST = Duration.ofMillis(250);

    public ConnectionPoolProperties {
        Assert.isTrue(size >= 1, "foobar.replication.pool.size must be at least 1.");
        longEnough("checkout-timeout", checkoutTimeout);
        longEnough("write-checkout-timeout", writeCheckoutTimeout);
        Assert.isTrue(!socketTimeout.isNegative(), "foobar.replication.pool.socket-timeout must not be negative.");
    }

    Duration checkoutTimeout(AccessMode access) {
        return access == AccessMode.READ ? checkoutTimeout : writeCheckoutTimeout;
    }

    private static void longEnough(String name, Duration value) {
        Assert.isTrue(value.compareTo(SHORTEST) >= 0,
                () -> "foobar.replication.pool." + name + " must be at least 250 ms.");
    }
}
