package com.foobar.gateway.proxy;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.gateway.settings.Require;

/**
 * Sets the connections to the servers; each duration is at least 1 ms.
 *
 * @param connectTimeout how long connecting to a server may take
 * @param responseTimeout how long a server may take to begin its response, how long it may pause within the response,
 *            and how long a request may wait for a connection
 * @param maxConnections the most connections to one server; 1 or more
 * @param uploadShare the share of these connections, in percent from 1 to 100, for requests with a body that is still
 *            on its way
 * @param maxPending the most requests that wait for a connection to one server; 1 or more
 * @param maxIdle how long an unused connection is kept; must be shorter than the time for which the server keeps it
 * @param maxLife how long a connection is used for new requests
 */
public record UpstreamProperties(@DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("30s") Duration responseTimeout, @DefaultValue("512") int maxConnections,
        @DefaultValue("50") int uploadShare, @DefaultValue("1024") int maxPending,
        @DefaultValue("30s") Duration maxIdle,
        @DefaultValue("10m") Duration maxLife) {

    public UpstreamProperties {
        Require.atLeastOneMillisecond("upstream.connect-timeout", connectTimeout);
        Require.atLeastOneMillisecond("upstream.response-timeout", responseTimeout);
        Require.atLeastOne("upstream.max-connections", maxConnections);
        Require.that(uploadShare >= 1 && uploadShare <= 100,
                "upstream.upload-share must be from 1 to 100, but is " + uploadShare);
        Require.atLeastOne("upstream.max-pending", maxPending);
        Require.atLeastOneMillisecond("upstream.max-idle", maxIdle);
        Require.atLeastOneMillisecond("upstream.max-life", maxLife);
    }

    int maxUploads() {
        return Math.max(1, maxConnections * uploadShare / 100);
    }
}
