package com.foobar.web.idempotency;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long the keys of requests are remembered.
 *
 * @param keep a minute or more
 */
@ConfigurationProperties("foobar.idempotency")
record KeyProperties(@DefaultValue("24h") Duration keep) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    KeyProperties {
        if (keep.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("keep must be a minute or more: a client must have time to try again.");
        }
    }
}
