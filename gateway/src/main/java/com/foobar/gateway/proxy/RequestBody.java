package com.foobar.gateway.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;

/** A request's body on its way through: passed on as it comes, never kept. */
final class RequestBody {

    private final HttpServerRequest request;
    private final long limit;

    private boolean begun;
    private boolean ended;
    private long passed;

    RequestBody(HttpServerRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    /** Whether the request has a body at all. */
    boolean exists() {
        HttpHeaders headers = request.requestHeaders();
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        // In HTTP/2 a body needs neither header.
        return headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                || (request.version().majorVersion() == 2 && !isBodyless(request.method().name()));
    }

    private static boolean isBodyless(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS") || method.equals("DELETE");
    }

    /** Whether some of it may be gone, and not all. */
    boolean isUnderWay() {
        return begun && !ended;
    }

    Flux<ByteBuf> content(Attempt attempt) {
        return request.receive().retain().doOnNext(part -> {
            passed += part.readableBytes();
            attempt.sign(System.nanoTime());
            if (passed > limit) {
                part.release();
                throw new BodyTooLarge();
            }
        }).doOnSubscribe(subscription -> begun = true).doOnComplete(this::end);
    }

    /**
     * Reactor Netty lets a body that nobody waits for any more, since the answer is out, end as if it were whole. The server
     * still waits for the rest, and would take it from the next request on its connection.
     */
    private void end() {
        if (((ChannelOperations<?, ?>) request).isInboundCancelled()) {
            throw new BodyCutOff();
        }
        ended = true;
    }
}
