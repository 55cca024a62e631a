package com.foobar.gateway.proxy;

import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;

import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.server.Server;

/**
 * Chooses a server for each request and forwards the request to it. This filter ends the chain after the edge: it
 * replaces Spring Cloud Gateway's own routing, and passes the bytes from one Netty connection to the other.
 */
final class BalancingFilter implements GlobalFilter, Ordered {

    private final ProxyDependencies forwarder;

    BalancingFilter(ProxyDependencies forwarder) {
        this.forwarder = forwarder;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        RequestContext context = RequestContext.of(exchange);
        HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        HttpServerResponse response = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        long now = System.nanoTime();
        Server server = forwarder.pool().choose(context.clientKey(), now);
        if (server == null) {
            return forwarder.refuse(ProxyErrors.NO_SERVER, context, response);
        }
        return new ProxyExchange(forwarder, context, request, response).run(server, now);
    }

    /** Returns the place right after the edge filter. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }
}
