package com.foobar.gateway.edge;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.gateway.settings.Require;

/**
 * Sets how the gateway stops.
 *
 * @param delay how long the gateway continues to serve requests after it is no longer ready, so that clients have time
 *            to move to another gateway; not negative
 */
public record ShutdownProperties(@DefaultValue("2s") Duration delay) {

    public ShutdownProperties {
        Require.that(!delay.isNegative(), "shutdown.delay must not be negative");
    }
}
