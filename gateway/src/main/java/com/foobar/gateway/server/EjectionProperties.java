package com.foobar.gateway.server;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.gateway.settings.Require;

/**
 * The settings of the passive checks: when the results of real requests eject a server.
 *
 * @param connectFailures the consecutive failed connections after which a server is ejected; 0 never ejects for this
 *            reason
 * @param window how long a failed request counts against its server
 * @param minRequests the failure rate is taken over this many of a server's last requests, from 1 to 100; requests that
 *            the server has not had yet count as successful
 * @param failureRate the share of these requests, in percent, that must have failed before a server is compared with
 *            the other servers and ejected
 * @param checkPath the path that the gateway requests from a suspected server and from another server if the failures
 *            do not come from many clients
 * @param baseTime how long the first ejection lasts; each ejection soon after lasts twice as long as the one before
 * @param maxTime the longest time for which an ejection lasts
 * @param maxShare the largest share of the pool, in percent, that may be ejected at the same time; 0 ejects no server
 */
public record EjectionProperties(@DefaultValue("5") int connectFailures, @DefaultValue("10s") Duration window,
        @DefaultValue("10") int minRequests, @DefaultValue("50") int failureRate, @DefaultValue("/") String checkPath,
        @DefaultValue("5s") Duration baseTime, @DefaultValue("60s") Duration maxTime,
        @DefaultValue("50") int maxShare) {

    public EjectionProperties {
        Require.that(connectFailures >= 0,
                "ejection.connect-failures must be 0 or more, but is " + connectFailures);
        Require.atLeastOneMillisecond("ejection.window", window);
        Require.that(minRequests >= 1 && minRequests <= 100,
                "ejection.min-requests must be from 1 to 100, but is " + minRequests);
        Require.that(failureRate >= 1 && failureRate <= 100,
                "ejection.failure-rate is in percent, from 1 to 100, but is " + failureRate);
        Require.that(checkPath.startsWith("/"),
                "ejection.check-path must begin with a slash, but is '" + checkPath + "'");
        Require.atLeastOneMillisecond("ejection.base-time", baseTime);
        Require.that(maxTime.compareTo(baseTime) >= 0, "ejection.max-time must not be below ejection.base-time");
        Require.that(maxShare >= 0 && maxShare <= 100,
                "ejection.max-share is in percent, from 0 to 100, but is " + maxShare);
    }
}
