package com.foobar.replication.node;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

import com.foobar.replication.dialect.AccessMode;
import com.foobar.replication.settings.Durations;

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
    private static final int SHORTEST_MILLIS = 250;

    public ConnectionPoolProperties {
        Assert.isTrue(size >= 1, "foobar.replication.pool.size must be at least 1.");
        Durations.atLeast("pool.checkout-timeout", checkoutTimeout, SHORTEST_MILLIS);
        Durations.atLeast("pool.write-checkout-timeout", writeCheckoutTimeout, SHORTEST_MILLIS);
        Durations.notNegative("pool.socket-timeout", socketTimeout);
    }

    Duration checkoutTimeout(AccessMode access) {
        return access == AccessMode.READ ? checkoutTimeout : writeCheckoutTimeout;
    }
}
