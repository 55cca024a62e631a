package com.foobar.gateway.settings;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of how long clients may take, and how much one client may use at the same time. A client is an IPv4
 * address or an IPv6 /64 network.
 *
 * @param headerTimeout the longest time for a request's headers to arrive
 * @param bodyTimeout the longest pause of a client within a request's body
 * @param bodyGrace the gateway waits this long for a request's body in any case, before body-min-rate counts
 * @param bodyMinRate the least of a request's body that must arrive in each second for which the gateway waits beyond
 *            body-grace; at least one byte
 * @param sendTimeout the longest time in which a client may take nothing of a response that waits for it
 * @param idleTimeout the longest time for which a connection may be unused
 * @param maxConnections the most connections of one client; 0 for no limit
 * @param maxInFlight the most requests of one client in flight; 0 for no limit
 * @param maxUploads the most of these requests with a body that is still coming in; 0 for no limit
 */
public record ClientProperties(@DefaultValue("10s") Duration headerTimeout, @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("20s") Duration bodyGrace, @DefaultValue("500B") DataSize bodyMinRate,
        @DefaultValue("30s") Duration sendTimeout, @DefaultValue("75s") Duration idleTimeout,
        @DefaultValue("512") int maxConnections, @DefaultValue("128") int maxInFlight,
        @DefaultValue("32") int maxUploads) {

    public ClientProperties {
        Require.atLeastOneMillisecond("client.header-timeout", headerTimeout);
        Require.atLeastOneMillisecond("client.body-timeout", bodyTimeout);
        Require.atLeastOneMillisecond("client.body-grace", bodyGrace);
        Require.that(bodyMinRate.toBytes() >= 1, "client.body-min-rate must be 1B or more, but is " + bodyMinRate);
        Require.atLeastOneMillisecond("client.send-timeout", sendTimeout);
        Require.atLeastOneMillisecond("client.idle-timeout", idleTimeout);
        Require.that(maxConnections >= 0, "client.max-connections must not be negative");
        Require.that(maxInFlight >= 0, "client.max-in-flight must not be negative");
        Require.that(maxUploads >= 0, "client.max-uploads must not be negative");
    }
}
