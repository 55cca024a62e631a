package com.foobar.web.idempotency;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How long the site remembers idempotency keys.
 *
 * @param keep at least one minute; 24 hours by default
 */
@ConfigurationProperties("foobar.idempotency")
record KeyProperties(@DefaultValue("24h") Duration keep) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    KeyProperties {
        Assert.isTrue(keep.compareTo(SHORTEST) >= 0,
                "foobar.idempotency.keep must be a minute or more: a client must have time to try again.");
    }
}
