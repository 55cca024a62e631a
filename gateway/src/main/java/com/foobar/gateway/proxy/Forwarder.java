package com.foobar.gateway.proxy;

import com.foobar.gateway.edge.ClientProperties;
import com.foobar.gateway.edge.EdgeProperties;
import com.foobar.gateway.edge.ForwardedHeaders;
import com.foobar.gateway.edge.Refusal;
import com.foobar.gateway.edge.RequestContext;
import com.foobar.gateway.edge.ResponseHeaders;
import com.foobar.gateway.server.Pool;
import com.foobar.gateway.tracing.Traces;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** What every forwarded request needs. */
record Forwarder(Pool pool, Upstreams upstreams, RetryPolicy retries, ForwardedHeaders forwarded,
        ResponseHeaders responseHeaders, ServerMetrics metrics, Traces traces, long maxBody,
        ClientProperties clients) {

    Forwarder(Pool pool, Upstreams upstreams, RetryPolicy retries, ForwardedHeaders forwarded,
            ResponseHeaders responseHeaders, ServerMetrics metrics, Traces traces, EdgeProperties edge,
            ClientProperties clients) {
        this(pool, upstreams, retries, forwarded, responseHeaders, metrics, traces, edge.maxBody().toBytes(), clients);
    }

    /** Answers in place of the servers. */
    Mono<Void> refuse(Refusal refusal, RequestContext context, HttpServerResponse response) {
        // An answer that broke off before a byte of it went out may have left headers.
        response.responseHeaders().clear();
        responseHeaders.set(context, response.responseHeaders());
        long nanos = System.nanoTime() - context.started();
        if (refusal.isServerError()) {
            metrics.unanswered(nanos);
        } else {
            metrics.clientFailed(nanos);
        }
        return refusal.send(context, response);
    }
}
