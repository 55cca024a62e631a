package com.foobar.gateway.proxy;

import java.util.ArrayList;
import java.util.List;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.Connection;
import reactor.netty.DisposableChannel;
import reactor.netty.NettyOutbound;
import reactor.netty.channel.AbortedException;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import com.foobar.gateway.exchange.ErrorResponse;
import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.server.Failures;
import com.foobar.gateway.server.Server;
import com.foobar.gateway.tracing.Traces;

/** Forwards one request to a server, and to another server if the first one fails. */
final class ProxyExchange {

    private static final int REQUEST_TIMEOUT = 408;

    private final ProxyDependencies forwarder;
    private final RequestContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final HttpMethod method;
    private final RequestBody body;
    private final boolean hasBody;

    private List<Server> tried = List.of();
    private @Nullable Blame blame;

    ProxyExchange(ProxyDependencies forwarder, RequestContext context, HttpServerRequest request,
            HttpServerResponse response) {
        this.forwarder = forwarder;
        this.context = context;
        this.request = request;
        this.response = response;
        this.method = request.method();
        this.body = new RequestBody(context, request, forwarder.maxBody(), forwarder.clients());
        this.hasBody = context.hasBody();
    }

    Mono<Void> run(Server first, long now) {
        forwarder.retries().budget().request();
        return attempt(first, now);
    }

    private Mono<Void> attempt(Server server, long now) {
        Uploads uploads = hasBody ? forwarder.upstreams().of(server).uploads() : null;
        if (uploads != null && !uploads.begin()) {
            return refuse(ProxyErrors.TOO_MANY_UPLOADS);
        }
        Attempt attempt = new Attempt(server, !hasBody && RetryPolicy.isIdempotent(method),
                forwarder.traces().attempt(context.span(), server.name()), now);
        attempt.upload(uploads);
        return Mono.defer(() -> {
            server.begin();
            context.attempt(server.name());
            return exchange(attempt).doFinally(end -> ended(attempt, end));
        }).onErrorResume(failure -> failed(attempt, failure));
    }

    private Mono<Void> exchange(Attempt attempt) {
        return forwarder.upstreams().of(attempt.server()).client().request(method).uri(context.target())
                .send((upstream, outbound) -> send(attempt, upstream, outbound))
                .responseConnection((serverResponse, connection) -> relay(attempt, serverResponse, connection)).then();
    }

    private Publisher<Void> send(Attempt attempt, HttpClientRequest upstream, NettyOutbound outbound) {
        attempt.sent(System.nanoTime());
        outbound.withConnection(connection -> attempt.use(connection.channel()));
        HttpHeaders headers = upstream.requestHeaders();
        headers.set(request.requestHeaders());
        HopByHop.remove(headers);
        headers.remove(HttpHeaderNames.EXPECT);
        forwarder.forwarded().set(context, headers);
        forwarder.traces().pass(attempt.span(), headers);
        if (Preconditions.mayBreakConnection(method, headers)) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        if (!hasBody && Upgrades.isHandshake(request)) {
            Upgrades.ask(headers);
            attempt.offerSwitch((connection, accepted) -> switchTo(attempt, connection, accepted));
        }
        if (!hasBody) {
            return outbound;
        }
        if (!headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        return outbound.send(body.content(attempt));
    }

    private Publisher<Void> relay(Attempt attempt, HttpClientResponse serverResponse, Connection connection) {
        int status = serverResponse.status().code();
        long now = System.nanoTime();
        attempt.sign(now);
        attempt.status(status);
        if (Failures.isOfServer(status)) {
            blame().failed(attempt.server(), "status " + status);
            Server next = forwarder.retries().isBad(status) ? next(attempt, now) : null;
            if (next != null) {
                // Nobody will read the rest of this response, so its connection would never become free.
                connection.dispose();
                return Mono.error(new RetryableStatusException(next));
            }
            blame().requestEnded(now);
        } else if (status >= 500 || status == REQUEST_TIMEOUT) {
            requestEnded(now);
            attempt.failedByClient();
        }
        context.status(status);
        return new ResponseRelay(attempt, context, request, response).relay(serverResponse, connection,
                forwarder.responseHeaders());
    }

    /** Joins both connections: the server has accepted a WebSocket, and from now on the bytes pass unchanged. */
    private void switchTo(Attempt attempt, Channel server, HttpHeaders accepted) {
        long now = System.nanoTime();
        attempt.responseBegan();
        attempt.status(HttpResponseStatus.SWITCHING_PROTOCOLS.code());
        context.status(HttpResponseStatus.SWITCHING_PROTOCOLS.code());
        forwarder.pool().succeeded(attempt.server());
        if (blame != null) {
            blame.respondedElsewhere(now);
        }
        attempt.server().traffic().responded(now - context.started());
        forwarder.metrics().responded(attempt.server(), context, now - context.started());
        HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders()
                .add(accepted);
        HopByHop.remove(headers);
        forwarder.responseHeaders().set(context, headers);
        Upgrades.ask(headers);
        Tunnel.join(((ChannelOperations<?, ?>) request).channel(), server, headers);
    }

    /**
     * Returns the server that gets the request after this attempt, and takes a retry out of the budget; null if the
     * request must not be retried or there is no other server.
     */
    private @Nullable Server next(Attempt attempt, long now) {
        if (!forwarder.retries().allows(attempt, tried.size() + 1)) {
            return null;
        }
        List<Server> known = new ArrayList<>(tried);
        known.add(attempt.server());
        Server next = forwarder.pool().chooseOther(context.clientKey(), now, known);
        // An attempt that sent nothing put no load on its server, so its retry takes nothing out of the budget.
        return next == null || !attempt.wasSent() || forwarder.retries().budget().retry(now) ? next : null;
    }

    private Mono<Void> failed(Attempt attempt, Throwable failure) {
        long now = System.nanoTime();
        if (attempt.isSwitched()) {
            // The tunnel closes the client's connection, which ends this exchange.
            return Mono.never();
        }
        if (attempt.hasResponseBegun()) {
            return cut(attempt, now);
        }
        if (body.isBroken()) {
            return clientFailed(attempt, failure);
        }
        if (failure instanceof RetryableStatusException bad) {
            return retry(attempt, bad.next(), now);
        }
        if (failure instanceof RequestBody.TooLargeException) {
            return refuse(ProxyErrors.BODY_TOO_LARGE);
        }
        if (attempt.hasTimedOut() && attempt.couldTakeMore() && body.isUnderWay()) {
            return refuse(ProxyErrors.SLOW_BODY);
        }
        // Neither sent nor failed to connect: no pooled connection became free. This does not count against the server.
        if (attempt.wasSent()) {
            blame().failed(attempt.server(),
                    attempt.hasTimedOut() ? "no response in time" : Failures.describe(failure));
        } else if (Failures.isOfConnecting(failure)) {
            forwarder.pool().connectFailed(attempt.server(), Failures.describe(failure), now);
        }
        Server next = next(attempt, now);
        if (next != null) {
            return retry(attempt, next, now);
        }
        requestEnded(now);
        return refuse(attempt.hasTimedOut() ? ProxyErrors.TIMEOUT
                : attempt.wasSent() ? ProxyErrors.BAD_GATEWAY : ProxyErrors.NO_SERVER);
    }

    private Blame blame() {
        if (blame == null) {
            blame = new Blame(forwarder.pool(), context.clientNetwork());
        }
        return blame;
    }

    private void requestEnded(long now) {
        if (blame != null) {
            blame.requestEnded(now);
        }
    }

    /** Handles a failure that the client caused, with a response if the client may still read one. */
    private Mono<Void> clientFailed(Attempt attempt, Throwable failure) {
        if (isClientThere() && request.version().majorVersion() == 1 && !AbortedException.isConnectionReset(failure)) {
            return refuse(ProxyErrors.BROKEN_BODY);
        }
        leftByClient(attempt);
        response.withConnection(DisposableChannel::dispose);
        return Mono.empty();
    }

    private boolean isClientThere() {
        return ((ChannelOperations<?, ?>) request).channel().isActive();
    }

    private void leftByClient(Attempt attempt) {
        attempt.failedByClient();
        requestEnded(System.nanoTime());
        if (attempt.hasResponseBegun()) {
            context.cut();
        } else {
            context.clientFailed();
        }
    }

    private Mono<Void> refuse(ErrorResponse refusal) {
        return forwarder.refuse(refusal, context, response);
    }

    private Mono<Void> retry(Attempt attempt, Server next, long now) {
        attempt.server().traffic().retried();
        if (tried.isEmpty()) {
            tried = new ArrayList<>(2);
        }
        tried.add(attempt.server());
        return attempt(next, now);
    }

    /**
     * Breaks off the client's connection. The response has begun, so there is no other way to tell the client that it
     * is not complete.
     */
    private Mono<Void> cut(Attempt attempt, long now) {
        context.cut();
        response.withConnection(connection -> {
            if (blame != null) {
                blame.respondedElsewhere(now);
            }
            Channel client = connection.channel();
            if (!client.isActive() || body.isBroken() || (attempt.hasTimedOut() && !hasTakenAll(client))) {
                attempt.failedByClient();
            } else {
                blame().failed(attempt.server(), attempt.hasTimedOut() ? "no more of the response in time"
                        : "connection closed within the response");
                blame().requestEnded(now);
            }
            connection.dispose();
        });
        return Mono.empty();
    }

    /** Returns whether no bytes wait for the client to read them: then the server is the cause of a delay. */
    private static boolean hasTakenAll(Channel client) {
        return client.bytesBeforeUnwritable() >= client.config().getWriteBufferHighWaterMark();
    }

    private void ended(Attempt attempt, SignalType end) {
        attempt.server().end();
        attempt.endUpload();
        Traces.end(attempt.span(), attempt.status());
        if (attempt.isSwitched()) {
            attempt.leave();
            return;
        }
        if (end == SignalType.ON_COMPLETE && context.statusCode() < 500) {
            forwarder.pool().succeeded(attempt.server());
        }
        if (blame != null && attempt.hasResponseBegun() && attempt.status() < 500) {
            blame.respondedElsewhere(System.nanoTime());
        }
        // If the client has gone, Reactor Netty ends the response as if it were complete.
        boolean left = attempt.hasResponseBegun() ? end != SignalType.ON_ERROR && !attempt.wasRelayed()
                : end == SignalType.CANCEL;
        if (left) {
            leftByClient(attempt);
        }
        if (body.isUnderWay()) {
            // The server would read the next request on this connection as a part of the body.
            attempt.closeConnection();
        }
        attempt.leave();
        long nanos = System.nanoTime() - context.started();
        if (attempt.isFailedByClient()) {
            forwarder.metrics().clientFailed(nanos);
        } else if (attempt.hasResponseBegun()) {
            attempt.server().traffic().responded(nanos);
            forwarder.metrics().responded(attempt.server(), context, nanos);
        }
    }
}
