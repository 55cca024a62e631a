package com.foobar.web.replication;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import com.foobar.web.replication.routing.RoutingSettings;

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
@ConfigurationProperties("foobar.replication.routing")
@Validated
record RoutingProperties(@DefaultValue("5s") @DurationMin(message = "must not be negative.") Duration maxLag,
        @DefaultValue("50ms") @DurationMin(message = "must not be negative.") Duration positionWait,
        @DefaultValue("300ms") @DurationMin(millis = 10, message = "must be at least 10 ms.") Duration beginTimeout,
        @DefaultValue("1s") @DurationMin(millis = 10, message = "must be at least 10 ms.") Duration writeBeginTimeout) {

    RoutingSettings settings() {
        return new RoutingSettings(maxLag, positionWait, beginTimeout, writeBeginTimeout);
    }
}
