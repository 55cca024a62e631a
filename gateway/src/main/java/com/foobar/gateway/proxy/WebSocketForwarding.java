package com.foobar.gateway.proxy;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

import com.foobar.gateway.edge.ForwardedHeaders;
import com.foobar.gateway.edge.RequestContext;
import com.foobar.gateway.server.Pool;
import com.foobar.gateway.server.Server;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Chooses the server of a WebSocket and counts it while it is open; Spring Cloud Gateway passes the frames. */
final class WebSocketForwarding {

    private final Pool pool;
    private final ForwardedHeaders forwarded;

    WebSocketForwarding(Pool pool, ForwardedHeaders forwarded) {
        this.pool = pool;
        this.forwarded = forwarded;
    }

    static boolean isUpgrade(HttpHeaders headers) {
        String upgrade = headers.get(HttpHeaderNames.UPGRADE);
        return upgrade != null && upgrade.equalsIgnoreCase("websocket");
    }

    Mono<Void> forward(Server server, RequestContext context, HttpServerRequest request, ServerWebExchange exchange,
            GatewayFilterChain chain) {
        ServerWebExchange forwardedExchange = exchange.mutate()
                .request(changed -> changed.headers(headers -> forwarded.forWebSocket(context, headers))).build();
        forwardedExchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR,
                URI.create("http://" + server.authority() + context.target()));
        forwardedExchange.getAttributes().put(ServerWebExchangeUtils.PRESERVE_HOST_HEADER_ATTRIBUTE, true);
        return Mono.defer(() -> {
            Runnable end = count(server, request);
            context.attempt(server.name());
            context.status(101);
            return chain.filter(forwardedExchange).onErrorResume(failure -> {
                pool.failed(server, "WebSocket failed", System.nanoTime());
                end.run();
                return Mono.empty();
            });
        });
    }

    /** Counts it in now, and out when its connection closes: the filters are done when the upgrade is. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static Runnable count(Server server, HttpServerRequest request) {
        AtomicBoolean ended = new AtomicBoolean();
        Runnable end = () -> {
            if (ended.compareAndSet(false, true)) {
                server.end();
            }
        };
        server.begin();
        request.withConnection(connection -> connection.channel().closeFuture().addListener(closed -> end.run()));
        return end;
    }
}
