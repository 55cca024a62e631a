package com.foobar.gateway.edge;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;

import com.foobar.gateway.accesslog.AccessLog;
import com.foobar.gateway.admission.ClientUse;
import com.foobar.gateway.admission.ClientUses;
import com.foobar.gateway.admission.HiddenPaths;
import com.foobar.gateway.admission.Hosts;
import com.foobar.gateway.admission.RateLimit;
import com.foobar.gateway.admission.RejectionMetrics;
import com.foobar.gateway.admission.RejectionMetrics.Reason;
import com.foobar.gateway.connection.ClientConnection;
import com.foobar.gateway.connection.ClientStream;
import com.foobar.gateway.connection.HeadLimits;
import com.foobar.gateway.exchange.ErrorResponse;
import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.exchange.RequestIds;
import com.foobar.gateway.exchange.ResponseHeaders;
import com.foobar.gateway.settings.EdgeProperties;
import com.foobar.gateway.tracing.Traces;

/**
 * Refuses the requests that may not pass. Gives every request, refused or not, its id, its response headers and its
 * line in the access log.
 */
final class EdgeFilter implements GlobalFilter, Ordered {

    private final Hosts hosts;
    private final HiddenPaths hiddenPaths;
    private final long maxBody;
    private final HeadLimits limits;
    private final ClientUses uses;
    private final RateLimit rateLimit;
    private final RejectionMetrics refused;
    private final ResponseHeaders responseHeaders;
    private final AccessLog accessLog;
    private final Traces traces;

    EdgeFilter(EdgeProperties properties, HeadLimits limits, RateLimit rateLimit, ClientUses uses,
            RejectionMetrics refused,
            ResponseHeaders responseHeaders, AccessLog accessLog, Traces traces) {
        this.limits = limits;
        this.uses = uses;
        this.rateLimit = rateLimit;
        this.refused = refused;
        this.hosts = new Hosts(properties.hosts());
        this.hiddenPaths = new HiddenPaths(properties.hiddenPaths());
        this.maxBody = properties.maxBody().toBytes();
        this.responseHeaders = responseHeaders;
        this.accessLog = accessLog;
        this.traces = traces;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        HttpServerResponse response = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        HttpHeaders headers = request.requestHeaders();
        String host = headers.get(HttpHeaderNames.HOST, "");
        RequestContext context = new RequestContext(request, RequestIds.next(), request.uri(), host, System.nanoTime());
        Channel channel = ((ChannelOperations<?, ?>) request).channel();
        ClientConnection connection = ClientConnection.of(channel);
        if (connection != null && context.isHttp2()) {
            channel.pipeline().addFirst(new ClientStream(connection));
        }
        context.span(traces.request(request.method().name(), headers));
        responseHeaders.set(context, response.responseHeaders());
        ErrorResponse refusal = refusal(context, headers);
        if (refusal != null) {
            return refusal.send(context, response).doFinally(end -> ended(context));
        }
        if (EdgeErrors.isServer(context.target())) {
            context.status(HttpResponseStatus.NO_CONTENT.code());
            return EdgeErrors.describeServer(response).doFinally(end -> ended(context));
        }
        ClientUse use = connection == null ? null : connection.use();
        Reason over = use == null ? null : uses.begin(use, context);
        if (over != null) {
            return refuse(over, EdgeErrors.TOO_MANY_AT_ONCE).send(context, response).doFinally(end -> ended(context));
        }
        exchange.getAttributes().put(RequestContext.ATTRIBUTE, context);
        return chain.filter(exchange).doFinally(end -> {
            ended(context);
            if (use != null) {
                letGo(use, context, channel);
            }
        });
    }

    /**
     * Counts the request out. A WebSocket, or an HTTP/2 stream with a response that the client does not read, stays
     * open for longer than the filters run, so it is counted until its channel closes.
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void letGo(ClientUse use, RequestContext context, Channel channel) {
        context.bodyEnded();
        if (context.isHttp2() || context.statusCode() == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
            channel.closeFuture().addListener(closed -> uses.end(use));
        } else {
            uses.end(use);
        }
    }

    private void ended(RequestContext context) {
        if (context.statusCode() == 0) {
            context.clientFailed();
        }
        accessLog.write(context);
        Traces.end(context.span(), context.id(), context.statusCode());
    }

    /** Returns the first place: no other filter may see a request that is refused. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private @Nullable ErrorResponse refusal(RequestContext context, HttpHeaders headers) {
        String target = context.target();
        ErrorResponse wrong = EdgeErrors.ofTarget(target, context.host(), limits);
        if (wrong == null && context.isHttp2()) {
            // With HTTP/1, the connection checks the header lines as they arrive.
            wrong = limits.checkAll(headers);
        }
        if (wrong != null) {
            return refuse(Reason.MALFORMED, wrong);
        }
        String expected = headers.get(HttpHeaderNames.EXPECT);
        if (expected != null && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expected)) {
            return refuse(Reason.MALFORMED, EdgeErrors.NO_EXPECTATION);
        }
        if (rateLimit.waitFor(context.clientKey(), context.started()) > 0) {
            return refuse(Reason.RATE, EdgeErrors.TOO_MANY);
        }
        if (!hosts.allow(context.host())) {
            return refuse(Reason.HOST, EdgeErrors.OTHER_HOST);
        }
        if (hiddenPaths.hide(target)) {
            return refuse(Reason.HIDDEN, EdgeErrors.NOT_FOUND);
        }
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > maxBody ? refuse(Reason.BODY, EdgeErrors.TOO_LARGE) : null;
    }

    private ErrorResponse refuse(Reason reason, ErrorResponse refusal) {
        refused.count(reason);
        return refusal;
    }
}
