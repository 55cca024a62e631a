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

/** A request's body on its way through: passed on as it comes, never kept. */
final class RequestBody {

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

    /** Whether some of it may be gone, and not all. */
    boolean isUnderWay() {
        return begun && !ended;
    }

    /** Whether the client broke it off, or sent what is no body. */
    boolean isBroken() {
        return broken;
    }

    /** Whether the client takes too long to send it. */
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
     * Bodies on the same HTTP/2 connection share one window: where a server takes nothing of one, none of the others
     * comes.
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
                throw new BodyTooLargeException();
            }
        }).doOnSubscribe(subscription -> begun = true).doOnRequest(parts -> {
            wanted.accumulateAndGet(parts, Operators::addCap);
            noted.waits(System.nanoTime());
        }).doOnComplete(() -> end(attempt));
    }

    /**
     * Reactor Netty lets a body that nobody waits for any more, since the answer is out, end as if it were whole. The
     * server still waits for the rest, and would take it from the next request on its connection.
     */
    private void end(Attempt attempt) {
        if (((ChannelOperations<?, ?>) request).isInboundCancelled()) {
            broken = true;
            throw new BodyCutOffException();
        }
        ended = true;
        attempt.endUpload();
        context.bodyEnded();
    }
}
