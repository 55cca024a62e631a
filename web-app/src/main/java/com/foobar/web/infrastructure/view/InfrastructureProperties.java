package com.foobar.web.infrastructure.view;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How long the view of a gateway is used.
 *
 * @param silentAfter how long after its last check a gateway is shown as silent, at least 100 ms; choose several
 *            intervals of the gateways' checks
 * @param forgetAfter how long after its last check a gateway is no longer shown, at least as long as {@code
 *            silentAfter}
 */
@ConfigurationProperties("foobar.infrastructure")
public record InfrastructureProperties(@DefaultValue("5s") Duration silentAfter,
        @DefaultValue("5m") Duration forgetAfter) {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    public InfrastructureProperties {
        Assert.isTrue(silentAfter.compareTo(SHORTEST) >= 0,
                "foobar.infrastructure.silent-after must be at least 100 ms.");
        Assert.isTrue(forgetAfter.compareTo(silentAfter) >= 0,
                "foobar.infrastructure must have forget-after no shorter than silent-after.");
    }
}
