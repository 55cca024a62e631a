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
 * Handles one request on an HTTP/2 connection. Measures how long the client has not let anything more of the response
 * through: with HTTP/2, a client can do so for one response while the connection itself is in use.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write or close that fails means a stream that is gone already.
public final class ClientStream extends ChannelDuplexHandler implements ChannelFutureListener {

    private final ClientConnection connection;
    private @Nullable ChannelHandlerContext context;
    private int waiting;
    private long lastMove;

    /** Creates the handler for one stream of this connection. */
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
            // A separate task: when it runs, the stream is already closed if the client has ended its request.
            gone.addListener(sent -> ctx.executor().execute(() -> resetLater(ctx)));
        }
        ctx.write(message, gone);
    }

    private static boolean isEnd(Object message) {
        return (message instanceof Http2HeadersFrame headers && headers.isEndStream())
                || (message instanceof Http2DataFrame data && data.isEndStream());
    }

    /**
     * Resets the stream after a moment if the client has the whole response but has not ended its request: otherwise
     * such a client would hold the stream (RFC 9113, 8.1). The delay is for the end of a request that is still on its
     * way.
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

    /** Notes that a part of the response has gone out, or never will. */
    @Override
    public void operationComplete(ChannelFuture written) {
        waiting--;
        lastMove = System.nanoTime();
    }

    /**
     * Resets the stream if parts of the response wait to be sent and none has gone out for longer than the limit.
     *
     * @param limit the limit in nanoseconds
     * @param now the time, from {@code System.nanoTime()}
     * @return whether the stream was reset
     */
    boolean resetIfStuck(long limit, long now) {
        ChannelHandlerContext ctx = context;
        if (ctx == null || waiting == 0 || now - lastMove <= limit) {
            return false;
        }
        // Closing alone sends no reset if the end of the response is queued already: the client would not know.
        ctx.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL)).addListener(ChannelFutureListener.CLOSE);
        return true;
    }
}
