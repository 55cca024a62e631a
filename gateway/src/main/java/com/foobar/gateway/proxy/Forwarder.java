package com.foobar.gateway.proxy;

import com.foobar.gateway.edge.EdgeProperties;
import com.foobar.gateway.edge.ForwardedHeaders;
import com.foobar.gateway.edge.ResponseHeaders;
import com.foobar.gateway.server.Pool;
import com.foobar.gateway.tracing.Traces;

/** What every forwarded request needs. */
record Forwarder(Pool pool, Upstreams upstreams, RetryPolicy retries, ForwardedHeaders forwarded,
        ResponseHeaders responseHeaders, ServerMetrics metrics, Traces traces, long maxBody) {

    Forwarder(Pool pool, Upstreams upstreams, RetryPolicy retries, ForwardedHeaders forwarded,
            ResponseHeaders responseHeaders, ServerMetrics metrics, Traces traces, EdgeProperties edge) {
        this(pool, upstreams, retries, forwarded, responseHeaders, metrics, traces, edge.maxBody().toBytes());
    }
}
