package com.foobar.gateway.admission;

import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.gateway.settings.Require;

/**
 * Sets how many requests one client may send; a client is an IPv4 address or an IPv6 /64 network.
 *
 * @param requestsPerSecond the rate that one client may keep up for ever; 0 for no limit
 * @param burst how many requests of one client may come at once; 1 or more
 * @param clients how many clients are remembered, from 16 to 16777216, rounded down to a power of two; if there are
 *            more, the clients quiet for longest are forgotten
 */
public record RateLimitProperties(@DefaultValue("500") int requestsPerSecond, @DefaultValue("1000") int burst,
        @DefaultValue("65536") int clients) {

    public RateLimitProperties {
        Require.that(requestsPerSecond >= 0, "rate-limit.requests-per-second must not be negative");
        Require.atLeastOne("rate-limit.burst", burst);
        Require.that(clients >= 16 && clients <= 1 << 24,
                "rate-limit.clients must be from 16 to 16777216, but is " + clients);
    }
}
