package com.foobar.gateway.proxy;

import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

import com.foobar.gateway.exchange.ErrorResponse;
import com.foobar.gateway.exchange.ForwardedHeaders;
import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.exchange.ResponseHeaders;
import com.foobar.gateway.server.Pool;
import com.foobar.gateway.settings.ClientProperties;
import com.foobar.gateway.settings.EdgeProperties;
import com.foobar.gateway.tracing.Traces;

/** Holds the objects and settings that every forwarded request needs. */
record ProxyDependencies(Pool pool, Upstreams upstreams, RetryPolicy retries, ForwardedHeaders forwarded,
        ResponseHeaders responseHeaders, ServerMetrics metrics, Traces traces, long maxBody,
        ClientProperties clients) {

    ProxyDependencies(Pool pool, Upstreams upstreams, RetryPolicy retries, ForwardedHeaders forwarded,
            ResponseHeaders responseHeaders, ServerMetrics metrics, Traces traces, EdgeProperties edge,
            ClientProperties clients) {
        this(pool, upstreams, retries, forwarded, responseHeaders, metrics, traces, edge.maxBody().toBytes(), clients);
    }

    /** Responds in place of the servers, and counts the request. */
    Mono<Void> refuse(ErrorResponse refusal, RequestContext context, HttpServerResponse response) {
        // A server's response that broke off before any byte of it went out may have left headers.
        response.responseHeaders().clear();
        responseHeaders.set(context, response.responseHeaders());
        long nanos = System.nanoTime() - context.started();
        if (refusal.isServerError()) {
            metrics.noResponse(nanos);
        } else {
            metrics.clientFailed(nanos);
        }
        return refusal.send(context, response);
    }
}
