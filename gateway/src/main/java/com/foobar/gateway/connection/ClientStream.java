package com.foobar.gateway.connection;

import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import org.jspecify.annotations.Nullable;

/**
 * One request on an HTTP/2 connection: knows since when its client lets nothing more of the answer through, which it
 * can do for one request while the connection itself is in use.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write or close that fails means a stream that is gone already.
public final class ClientStream extends ChannelDuplexHandler implements ChannelFutureListener {

    private final ClientConnection connection;
    private @Nullable ChannelHandlerContext context;
    private int waiting;
    private long lastMove;

    public ClientStream(ClientConnection connection) {
        this.connection = connection;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        connection.opened(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        connection.closed(this);
        ctx.fireChannelInactive();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (waiting++ == 0) {
            lastMove = System.nanoTime();
        }
        ChannelPromise gone = promise.unvoid().addListener(this);
        if (isEnd(message)) {
            // A task of its own: by then the stream of a client that has ended its request is closed.
            gone.addListener(sent -> ctx.executor().execute(() -> resetLater(ctx)));
        }
        ctx.write(message, gone);
    }

    private static boolean isEnd(Object message) {
        return (message instanceof Http2HeadersFrame headers && headers.isEndStream())
                || (message instanceof Http2DataFrame data && data.isEndStream());
    }

    /**
     * A client that has its whole response but never ends its request would hold the stream (RFC 9113, 8.1). The end of
     * a request may be on its way still, so that it gets a moment.
     */
    private static void resetLater(ChannelHandlerContext ctx) {
        if (ctx.channel().isActive()) {
            ctx.executor().schedule(() -> {
                if (ctx.channel().isActive()) {
                    ctx.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.NO_ERROR))
                            .addListener(ChannelFutureListener.CLOSE);
                }
            }, ClientConnection.NOTICE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A part of the answer has gone out, or never will. */
    @Override
    public void operationComplete(ChannelFuture written) {
        waiting--;
        lastMove = System.nanoTime();
    }

    /** Resets the stream, and tells that, where nothing of what waits has gone out for so long. */
    boolean resetIfStuck(long limit, long now) {
        ChannelHandlerContext ctx = context;
        if (ctx == null || waiting == 0 || now - lastMove <= limit) {
            return false;
        }
        // Closing alone would not say so to a client that may still take the end of an answer.
        ctx.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL)).addListener(ChannelFutureListener.CLOSE);
        return true;
    }
}
