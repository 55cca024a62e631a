package com.foobar.gateway.settings;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long clients may take, and how much one of them may hold at the same time; a client is an IPv4 address or an IPv6
 * /64 network.
 *
 * @param headerTimeout how long a request's headers may take to come in
 * @param bodyTimeout how long a client may pause within a request's body
 * @param bodyGrace how long the gateway waits for a request's body in all, before body-min-rate counts
 * @param bodyMinRate how much of a request's body must come in each second that the gateway waits for it beyond
 *            body-grace
 * @param sendTimeout how long a client may take nothing of an answer that waits for it
 * @param idleTimeout how long a connection may be unused
 * @param maxConnections the most connections of one client; 0 for no limit
 * @param maxInFlight the most requests of one client that are under way; 0 for no limit
 * @param maxUploads the most of these whose body is still coming in; 0 for no limit
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
