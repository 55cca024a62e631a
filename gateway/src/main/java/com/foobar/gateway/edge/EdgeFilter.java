package com.foobar.gateway.edge;

import com.foobar.gateway.edge.Refused.Reason;
import com.foobar.gateway.tracing.Traces;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Refuses what may not pass, and gives each other request its id, its headers and its line in the access log. */
final class EdgeFilter implements GlobalFilter, Ordered {

    private static final Refusal NO_HOST = new Refusal(400, "The request does not say what it asks for.", null);
    private static final Refusal OTHER_HOST = new Refusal(421, "This server does not serve that host name.", null);
    private static final Refusal NOT_FOUND = new Refusal(404, "There is no such page.", null);
    private static final Refusal TOO_MANY = new Refusal(429, "These were too many requests in a short time.", 1);
    private static final Refusal TOO_LONG = new Refusal(414, "The address is longer than is accepted.", null);
    private static final Refusal TOO_LARGE = new Refusal(413, "The request's body is larger than is accepted.", null);

    private final Hosts hosts;
    private final HiddenPaths hiddenPaths;
    private final long maxBody;
    private final int maxTarget;
    private final RateLimit rateLimit;
    private final Refused refused;
    private final ResponseHeaders responseHeaders;
    private final AccessLog accessLog;
    private final Traces traces;

    EdgeFilter(EdgeProperties properties, int maxTarget, RateLimit rateLimit, Refused refused,
            ResponseHeaders responseHeaders, AccessLog accessLog, Traces traces) {
        this.maxTarget = maxTarget;
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
        String target = RequestTarget.originForm(request.uri(), host);
        RequestContext context = new RequestContext(request, RequestIds.next(), target == null ? "/" : target, host,
                System.nanoTime());
        context.span(traces.request(request.method().name(), headers));
        responseHeaders.set(context, response.responseHeaders());
        Refusal refusal = refusal(context, target, headers);
        if (refusal != null) {
            return refusal.send(context, response).doFinally(end -> ended(context));
        }
        exchange.getAttributes().put(RequestContext.ATTRIBUTE, context);
        return chain.filter(exchange).doFinally(end -> ended(context));
    }

    private void ended(RequestContext context) {
        accessLog.write(context);
        Traces.end(context.span(), context.id(), context.statusCode());
    }

    /** First: nothing else may see a request that is refused. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private @Nullable Refusal refusal(RequestContext context, @Nullable String target, HttpHeaders headers) {
        if (context.host().isEmpty() || target == null) {
            return refuse(Reason.MALFORMED, NO_HOST);
        }
        // HTTP/1 has refused it before; HTTP/2 has no request line.
        if (target.length() > maxTarget) {
            return refuse(Reason.MALFORMED, TOO_LONG);
        }
        if (rateLimit.waitFor(context.clientKey(), context.started()) > 0) {
            return refuse(Reason.RATE, TOO_MANY);
        }
        if (!hosts.allow(context.host())) {
            return refuse(Reason.HOST, OTHER_HOST);
        }
        if (hiddenPaths.hide(target)) {
            return refuse(Reason.HIDDEN, NOT_FOUND);
        }
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > maxBody ? refuse(Reason.BODY, TOO_LARGE) : null;
    }

    private Refusal refuse(Reason reason, Refusal refusal) {
        refused.count(reason);
        return refusal;
    }
}
