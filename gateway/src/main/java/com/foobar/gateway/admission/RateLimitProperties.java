package com.foobar.gateway.admission;

import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.gateway.settings.Require;

/**
 * How many requests one client may send; a client is an IPv4 address or an IPv6 /64 network.
 *
 * @param requestsPerSecond the rate that may go on for ever; 0 for no limit
 * @param burst how many requests may come at once
 * @param clients how many clients are remembered; where there are more, the one that was quiet longest is forgotten
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
