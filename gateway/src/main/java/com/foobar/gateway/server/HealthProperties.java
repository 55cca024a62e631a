package com.foobar.gateway.server;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.gateway.settings.Require;

/**
 * The active checks.
 *
 * @param path what is asked of each server; an answer of 2xx passes
 * @param interval the time from one check of a server to its next
 * @param timeout how long a check may take, connecting included; while one lasts longer than the interval, no other
 *            begins
 * @param fall how many checks in a row must fail before a server is down; an answer of 503 is enough by itself
 * @param rise how many checks in a row must pass before a server that was down is up
 * @param slowStart how long a server that comes back takes to get its full share; 0 for at once
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
