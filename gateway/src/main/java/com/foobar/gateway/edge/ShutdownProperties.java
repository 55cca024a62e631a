package com.foobar.gateway.edge;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.gateway.settings.Require;

/**
 * How the gateway stops.
 *
 * @param delay how long it goes on serving after it has said that it is no longer ready, so that clients move away
 */
public record ShutdownProperties(@DefaultValue("2s") Duration delay) {

    public ShutdownProperties {
        Require.that(!delay.isNegative(), "shutdown.delay must not be negative");
    }
}
