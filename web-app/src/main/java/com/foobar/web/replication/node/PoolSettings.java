package com.foobar.web.replication.node;

import java.time.Duration;

import com.foobar.web.replication.dialect.Access;

/**
 * How a node's connections are kept.
 *
 * @param size
 *            the most for each kind of access
 * @param checkoutTimeout
 *            how long one that only reads waits for a connection, and for each answer while it is made
 * @param writeCheckoutTimeout
 *            the same of one that writes, which cannot go elsewhere
 * @param socketTimeout
 *            how long any one answer may take
 */
public record PoolSettings(int size, Duration checkoutTimeout, Duration writeCheckoutTimeout, Duration socketTimeout) {

    Duration checkoutTimeout(Access access) {
        return access == Access.READ ? checkoutTimeout : writeCheckoutTimeout;
    }
}
