package com.foobar.gateway.proxy;

import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2StreamChannel;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;

import com.foobar.gateway.connection.BodyPace;
import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.settings.ClientProperties;

/** Passes a request's body on to the server as it arrives; never keeps it in memory. */
final class RequestBody {

    /** Thrown when the body turns out to be too large while it is passed on. */
    static final class TooLargeException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private TooLargeException() {
            super("the request's body is too large", null, false, false);
        }
    }

    /** Thrown when the body ends before it is complete. */
    private static final class CutOffException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private CutOffException() {
            super("the request's body is not whole", null, false, false);
        }
    }

    private final RequestContext context;
    private final HttpServerRequest request;
    private final long limit;
    private final ClientProperties clients;

    private volatile @Nullable BodyPace pace;
    private boolean begun;
    private volatile boolean ended;
    private volatile boolean broken;
    private long passed;

    RequestBody(RequestContext context, HttpServerRequest request, long limit, ClientProperties clients) {
        this.context = context;
        this.request = request;
        this.limit = limit;
        this.clients = clients;
    }

    /** Returns whether the body has begun to go to the server and has not ended. */
    boolean isUnderWay() {
        return begun && !ended;
    }

    /** Returns whether the client broke the body off or sent an invalid body. */
    boolean isBroken() {
        return broken;
    }

    /** Returns whether the client sends the body too slowly at this time, from {@code System.nanoTime()}. */
    boolean isTooSlow(long now) {
        BodyPace asked = pace;
        if (asked == null || !isUnderWay()) {
            return false;
        }
        if (!mayClientSend()) {
            asked.excuse(now);
        }
        return asked.isTooSlow(now);
    }

    /**
     * Returns whether flow control lets the client send. The bodies on one HTTP/2 connection share one window: if a
     * server reads nothing of one body, the client cannot send the other bodies either.
     */
    private boolean mayClientSend() {
        Channel channel = ((ChannelOperations<?, ?>) request).channel();
        Http2FrameCodec codec = channel instanceof Http2StreamChannel stream
                ? stream.parent().pipeline().get(Http2FrameCodec.class)
                : null;
        if (codec == null) {
            return true;
        }
        Http2Connection connection = codec.connection();
        return connection.local().flowController().windowSize(connection.connectionStream()) > 0;
    }

    /** Returns the body for this attempt; may be called once only, since the body is not kept. */
    Flux<ByteBuf> content(Attempt attempt) {
        BodyPace noted = new BodyPace(clients);
        AtomicLong wanted = new AtomicLong();
        pace = noted;
        attempt.carries(this);
        return request.receive().retain().doOnError(failure -> broken = true).doOnNext(part -> {
            long now = System.nanoTime();
            passed += part.readableBytes();
            noted.came(part.readableBytes(), now);
            if (wanted.decrementAndGet() > 0) {
                noted.waits(now);
            }
            attempt.sign(now);
            if (passed > limit) {
                part.release();
                throw new TooLargeException();
            }
        }).doOnSubscribe(subscription -> begun = true).doOnRequest(parts -> {
            wanted.accumulateAndGet(parts, Operators::addCap);
            noted.waits(System.nanoTime());
        }).doOnComplete(() -> end(attempt));
    }

    /**
     * Ends the body, or fails it if it is not complete: once the response is out, Reactor Netty ends a body that nobody
     * waits for as if it were complete. But the server still waits for the rest, and would read it from the next
     * request on its connection.
     */
    private void end(Attempt attempt) {
        if (((ChannelOperations<?, ?>) request).isInboundCancelled()) {
            broken = true;
            throw new CutOffException();
        }
        ended = true;
        attempt.endUpload();
        context.bodyEnded();
    }
}
