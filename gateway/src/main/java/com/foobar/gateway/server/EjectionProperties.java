package com.foobar.gateway.server;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The passive checks: what real requests tell of a server.
 *
 * @param failures how many requests in a row must fail (no connection, reset, timeout, 5xx) before a server is ejected;
 *        0 ejects none
 * @param baseTime how long the first ejection lasts; each one soon after lasts twice as long as the one before
 * @param maxTime the longest that an ejection lasts
 * @param maxShare the part of the pool, in percent, that may be ejected at the same time
 */
public record EjectionProperties(@DefaultValue("5") int failures, @DefaultValue("5s") Duration baseTime,
        @DefaultValue("60s") Duration maxTime, @DefaultValue("50") int maxShare) {

    public EjectionProperties {
        Require.that(failures >= 0, "ejection.failures must be 0 or more, but is " + failures);
        Require.atLeastOneMillisecond("ejection.base-time", baseTime);
        Require.that(maxTime.compareTo(baseTime) >= 0, "ejection.max-time must not be below ejection.base-time");
        Require.that(maxShare >= 0 && maxShare <= 100,
                "ejection.max-share is in percent, from 0 to 100, but is " + maxShare);
    }
}
