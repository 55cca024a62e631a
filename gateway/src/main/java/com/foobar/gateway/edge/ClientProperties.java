package com.foobar.gateway.edge;

import java.time.Duration;

import com.foobar.gateway.server.Require;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long clients may take.
 *
 * @param headerTimeout how long a request's headers may take to come in
 * @param bodyTimeout how long a client may pause within a request's body
 * @param sendTimeout how long a client may take nothing of an answer that waits for it
 * @param idleTimeout how long a connection may be unused
 */
public record ClientProperties(@DefaultValue("10s") Duration headerTimeout, @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("30s") Duration sendTimeout, @DefaultValue("75s") Duration idleTimeout) {

    public ClientProperties {
        Require.atLeastOneMillisecond("client.header-timeout", headerTimeout);
        Require.atLeastOneMillisecond("client.body-timeout", bodyTimeout);
        Require.atLeastOneMillisecond("client.send-timeout", sendTimeout);
        Require.atLeastOneMillisecond("client.idle-timeout", idleTimeout);
    }
}
