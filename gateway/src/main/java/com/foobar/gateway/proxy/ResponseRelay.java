package com.foobar.gateway.proxy;

import java.io.IOException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.exchange.ResponseHeaders;

/** Passes a server's response on to the client: small responses in one piece, others as they arrive. */
final class ResponseRelay {

    private final Attempt attempt;
    private final RequestContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;

    ResponseRelay(Attempt attempt, RequestContext context, HttpServerRequest request, HttpServerResponse response) {
        this.attempt = attempt;
        this.context = context;
        this.request = request;
        this.response = response;
    }

    Publisher<Void> relay(HttpClientResponse serverResponse, Connection connection, ResponseHeaders responseHeaders) {
        HttpHeaders headers = response.status(serverResponse.status()).responseHeaders();
        // An earlier server's response that broke off before any byte of it went out may have left headers.
        headers.clear();
        headers.add(serverResponse.responseHeaders());
        HopByHop.remove(headers);
        HopByHop.removeNettys(headers);
        if (attempt.offersSwitch() && serverResponse.responseHeaders().contains(HttpHeaderNames.UPGRADE)) {
            // With 426, a server that refuses a handshake names the protocol that it would switch to.
            Upgrades.ask(headers);
        }
        responseHeaders.set(context, headers);
        long length = length(headers);
        boolean empty = isEmpty(serverResponse.status().code());
        if (length < 0 && !empty && request.version().compareTo(HttpVersion.HTTP_1_1) >= 0) {
            // Otherwise the end of the connection would end the response, and nobody could tell whether it is complete.
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        if (length == 0 || empty || request.method().equals(HttpMethod.HEAD)) {
            attempt.responseBegan();
            attempt.relayed();
            return response.send();
        }
        if (length > 0 && length <= ResponseBuffer.MOST_BYTES) {
            return response.send(whole(connection.inbound().receive(), (int) length).doOnNext(body -> {
                attempt.responseBegan();
                attempt.relayed();
                context.sent(length);
            }));
        }
        attempt.responseBegan();
        Flux<ByteBuf> parts = connection.inbound().receive().retain().doOnNext(part -> {
            attempt.sign(System.nanoTime());
            context.sent(part.readableBytes());
        }).doOnComplete(attempt::relayed);
        return length > 0 ? response.send(parts) : response.send(parts, part -> true);
    }

    /**
     * Copies a small body to a buffer that nobody needs to release. {@code send()} releases each buffer that its source
     * discards. This would be a second release, both for the buffers of {@code aggregate()}, which releases them
     * itself, and for the borrowed parts here. A buffer that is released twice is taken away from its next owner. So
     * only sizes, and no buffers, may pass the operators after the copy.
     *
     * @param length the length of the body in bytes; a shorter body is an {@code IOException}
     */
    static Mono<ByteBuf> whole(Flux<ByteBuf> parts, int length) {
        ByteBuf body = Unpooled.buffer(length, length);
        return parts.map(part -> body.writeBytes(part).writerIndex()).then(Mono.fromCallable(() -> {
            if (body.isWritable()) {
                throw new IOException("a response without all of its body");
            }
            return body;
        }));
    }

    private static boolean isEmpty(int status) {
        return status == 204 || status == 304;
    }

    private static long length(HttpHeaders headers) {
        String value = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        return value == null ? -1 : Long.parseLong(value);
    }
}
