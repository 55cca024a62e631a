package com.foobar.web.replication;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import com.foobar.web.replication.node.PoolSettings;

/**
 * How connections to a node are kept.
 *
 * @param size
 *            the most for each node and kind of access
 * @param checkoutTimeout
 *            how long one that only reads waits for a connection, and for each answer while it is made
 * @param writeCheckoutTimeout
 *            the same of one that writes, which cannot go elsewhere
 * @param socketTimeout
 *            how long any answer may take; zero is for ever
 */
@ConfigurationProperties("foobar.replication.pool")
@Validated
record PoolProperties(@DefaultValue("10") @Positive(message = "must be at least 1.") int size,
        @DefaultValue("400ms") @DurationMin(millis = 250, message = "must be at least 250 ms.") Duration checkoutTimeout,
        @DefaultValue("1s") @DurationMin(millis = 250, message = "must be at least 250 ms.") Duration writeCheckoutTimeout,
        @DefaultValue("30s") @DurationMin(message = "must not be negative.") Duration socketTimeout) {

    PoolSettings settings() {
        return new PoolSettings(size, checkoutTimeout, writeCheckoutTimeout, socketTimeout);
    }
}
