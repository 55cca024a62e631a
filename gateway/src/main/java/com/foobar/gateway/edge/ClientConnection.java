package com.foobar.gateway.edge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Stands before Netty's HTTP decoder on a client's connection: lets no ambiguous request through, and knows since when
 * the client has kept the gateway waiting.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write or close that fails means a connection that is gone already.
final class ClientConnection extends ChannelDuplexHandler {

    /** More than the way to a client and back. */
    static final Duration NOTICE = Duration.ofSeconds(1);

    private static final long LONGEST_CLOSE_MILLIS = 2_000;

    private final ClientConnections all;
    private final RequestFraming framing = new RequestFraming();

    private @Nullable ChannelHandlerContext context;
    private boolean refused;
    private boolean framed = true;
    private boolean closing;
    private boolean toldToLeave;
    private volatile long lastMove = System.nanoTime();
    private volatile long headersSince;
    private volatile long bodyWaitSince;
    private volatile long fullSince;

    ClientConnection(ClientConnections all) {
        this.all = all;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        all.add(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        all.remove(this);
        ctx.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        long now = System.nanoTime();
        lastMove = now;
        bodyWaitSince = 0;
        if (closing) {
            drop(ctx, message);
            return;
        }
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        // HTTP/2 has frames of its own, and after an upgrade the bytes are no requests any more.
        if (framed && ctx.pipeline().get(HttpServerCodec.class) == null) {
            framed = false;
            headersSince = 0;
        }
        if (framed && message instanceof ByteBuf bytes) {
            String wrong = framing.follow(bytes);
            if (wrong != null) {
                bytes.release();
                refuse(ctx, 400, wrong);
                return;
            }
            headersSince = !framing.isInHeaders() ? 0 : headersSince == 0 ? now : headersSince;
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        if (bodyWaitSince == 0 && framed && framing.isInBody()) {
            bodyWaitSince = System.nanoTime();
        }
        ctx.read();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        lastMove = System.nanoTime();
        ctx.write(message, promise);
    }

    /**
     * A connection that is closed while its client still sends is reset, which may take from the client the answer that it
     * has not read yet. So the rest of a body is read and dropped first, for a while.
     */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (refused || !framed || !framing.isInBody() || !ctx.channel().isActive()) {
            ctx.close(promise);
            return;
        }
        ctx.channel().closeFuture().addListener(closed -> promise.trySuccess());
        if (!closing) {
            closing = true;
            ctx.executor().schedule(() -> ctx.close(), LONGEST_CLOSE_MILLIS, TimeUnit.MILLISECONDS);
            ctx.channel().config().setAutoRead(true);
        }
    }

    private void drop(ChannelHandlerContext ctx, Object message) {
        try {
            if (!(message instanceof ByteBuf bytes) || framing.follow(bytes) != null || !framing.isInBody()) {
                ctx.close();
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        fullSince = ctx.channel().isWritable() ? 0 : System.nanoTime();
        ctx.fireChannelWritabilityChanged();
    }

    /** Closes the connection where its client has kept the gateway waiting for too long. */
    void check(ClientProperties limits, long now) {
        ChannelHandlerContext ctx = context;
        if (ctx == null) {
            return;
        }
        if (over(headersSince, limits.headerTimeout().toNanos(), now)
                || over(bodyWaitSince, limits.bodyTimeout().toNanos(), now)) {
            ctx.executor().execute(() -> refuse(ctx, 408, "a client that takes too long"));
        } else if (over(fullSince, limits.sendTimeout().toNanos(), now)) {
            ctx.close();
        } else if (over(lastMove, limits.idleTimeout().toNanos(), now) && isUnused(ctx)) {
            ctx.executor().execute(() -> sendAway(ctx));
        }
    }

    /** Closes the connection if no request is under way, or, with HTTP/2, as soon as none is. */
    void closeIfUnused() {
        ChannelHandlerContext ctx = context;
        if (ctx != null) {
            ctx.executor().execute(() -> {
                if (isHttp2(ctx) || (framed && isUnused(ctx) && !framing.isInHeaders())) {
                    sendAway(ctx);
                }
            });
        }
    }

    private void sendAway(ChannelHandlerContext ctx) {
        if (!isHttp2(ctx)) {
            ctx.close();
        } else if (!toldToLeave) {
            toldToLeave = true;
            goAway(ctx, Integer.MAX_VALUE);
            ctx.executor().schedule(() -> {
                goAway(ctx, 0);
                // By way of the codec, which waits for the requests that were taken.
                ctx.channel().close();
            }, NOTICE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * The first one takes all requests that are on their way, and the second one, when none can be any more, says which was
     * the last that was taken: a client that sends just before it reads this loses nothing (RFC 9113, 6.8).
     */
    private static void goAway(ChannelHandlerContext ctx, int furtherRequests) {
        ctx.channel().writeAndFlush(
                new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR).setExtraStreamIds(furtherRequests));
    }

    /** Whether it is told to leave with notice. */
    boolean takesNotice() {
        ChannelHandlerContext ctx = context;
        return ctx != null && isHttp2(ctx);
    }

    private static boolean isHttp2(ChannelHandlerContext ctx) {
        return ctx.pipeline().get(Http2FrameCodec.class) != null;
    }

    private static boolean isUnused(ChannelHandlerContext ctx) {
        return ChannelOperations.get(ctx.channel()) == null;
    }

    private static boolean over(long since, long limit, long now) {
        return since != 0 && now - since > limit;
    }

    private void refuse(ChannelHandlerContext ctx, int status, String why) {
        if (!refused) {
            refused = true;
            all.refused(status, why);
            if (ChannelOperations.get(ctx.channel()) instanceof HttpServerResponse answer && answer.hasSentHeaders()) {
                // Anything said now would be read as a part of the answer that is under way.
                ctx.close();
                return;
            }
            ctx.writeAndFlush(RawAnswer.of(ctx.alloc(), status)).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
