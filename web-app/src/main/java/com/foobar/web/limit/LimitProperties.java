package com.foobar.web.limit;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the bodies of requests is in memory at once.
 *
 * @param bodies the sum of the lengths of all bodies that are being read
 * @param bodiesOfClient how much of that one client may have
 * @param bodyWait how long a request waits for the part of its body before it is refused: with 429 where the client has
 *            its share, or else 503
 */
@ConfigurationProperties("foobar.limits")
@Validated
record LimitProperties(@DefaultValue("24MB") DataSize bodies, @DefaultValue("8MB") DataSize bodiesOfClient,
        @DefaultValue("10s") @DurationMin(message = "must not be negative.") Duration bodyWait) {

    @AssertTrue(message = "bodies-of-client must be at least 1MB, the largest body, and not more than bodies.")
    boolean isInOrder() {
        return bodiesOfClient.toBytes() >= BodyBudget.LARGEST && bodiesOfClient.compareTo(bodies) <= 0;
    }
}
