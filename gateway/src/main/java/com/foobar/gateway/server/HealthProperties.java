package com.foobar.gateway.server;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.gateway.settings.Require;

/**
 * The settings of the health checks (active checks).
 *
 * @param path the path that each check requests; a 2xx response passes
 * @param interval the time between two checks of a server
 * @param timeout the longest time for a check, connecting included; while a check takes longer than the interval, no
 *            other check of that server begins
 * @param fall the consecutive failed checks after which a server is down; a response of 503 alone is enough
 * @param rise the consecutive passed checks after which a server that was down is up
 * @param slowStart how long a server that comes back takes to get its full share; 0 gives it at once
 */
public record HealthProperties(@DefaultValue("/readyz") String path, @DefaultValue("1s") Duration interval,
        @DefaultValue("800ms") Duration timeout, @DefaultValue("2") int fall, @DefaultValue("2") int rise,
        @DefaultValue("10s") Duration slowStart) {

    public HealthProperties {
        Require.that(path.startsWith("/"), "health.path must begin with a slash, but is '" + path + "'");
        Require.atLeastOneMillisecond("health.interval", interval);
        Require.atLeastOneMillisecond("health.timeout", timeout);
        Require.atLeastOne("health.fall", fall);
        Require.atLeastOne("health.rise", rise);
        Require.that(!slowStart.isNegative(), "health.slow-start must not be negative");
    }
}
