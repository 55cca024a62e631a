package com.foobar.gateway.connection;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerResponse;

import com.foobar.gateway.admission.ClientUse;
import com.foobar.gateway.exchange.ErrorResponse;
import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.settings.ClientProperties;

/**
 * Stands before Netty's HTTP decoder on a client's connection: lets no ambiguous request through, and knows since when
 * the client has kept the gateway waiting.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write or close that fails means a connection that is gone already.
public final class ClientConnection extends ChannelDuplexHandler {

    /** More than the way to a client and back. */
    static final Duration NOTICE = Duration.ofSeconds(1);

    private static final long LONGEST_CLOSE_MILLIS = 2_000;
    /** More of what a client sends before it has the answer to the request before is left with the kernel. */
    private static final int MOST_HELD = 64 * 1024;
    /** The answer to a body that comes too slowly is left to the request, which can say more, for so long. */
    private static final long PRECEDENCE = Duration.ofSeconds(5).toNanos();
    private static final AttributeKey<ClientConnection> ON_CHANNEL = AttributeKey.valueOf(ClientConnection.class,
            "connection");
    private static final ErrorResponse SLOW_HEADERS = new ErrorResponse(408,
            "The request's headers did not come in time.", null);
    private static final ErrorResponse ENDED_BODY = new ErrorResponse(400,
            "The request's body ends before it is whole.", null);
    private static final ErrorResponse SLOW_BODY = new ErrorResponse(408, "The request's body did not come in time.",
            null);

    private final ClientConnections all;
    private final ClientProperties limits;
    private final @Nullable ClientUse use;
    private final RequestFraming framing;
    private final Set<ClientStream> streams = new HashSet<>();
    private @Nullable ChannelHandlerContext context;
    private @Nullable ByteBuf held;
    private boolean refused;
    private boolean framed = true;
    private boolean closing;
    private boolean toldToLeave;
    private volatile @Nullable Object waitsFirst;
    private int waitsBytes;
    private long waitsSince;
    private volatile int openStreams;
    private volatile long lastMove = System.nanoTime();
    private volatile long headersSince;
    private volatile @Nullable BodyPace pace;

    ClientConnection(ClientConnections all, ClientProperties limits, HeadLimits headLimits, @Nullable ClientUse use) {
        this.all = all;
        this.limits = limits;
        this.framing = new RequestFraming(headLimits);
        this.use = use;
    }

    /** The connection that this one of a request is, or belongs to. */
    public static @Nullable ClientConnection of(Channel channel) {
        return (channel.parent() instanceof SocketChannel parent ? parent : channel).attr(ON_CHANNEL).get();
    }

    /** What its client holds, or null where clients have no addresses. */
    @Nullable
    public ClientUse use() {
        return use;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        ctx.channel().attr(ON_CHANNEL).set(this);
        all.add(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        all.remove(this);
        dropHeld();
        ctx.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (framed || openStreams > 0) {
            lastMove = System.nanoTime();
        }
        if (closing) {
            drop(ctx, message);
        } else if (refused) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof ByteBuf bytes && (isFramed(ctx) || held != null)) {
            if (held != null) {
                held = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), held, bytes);
            } else if (framing.isInHeaders() || framing.isInBody() || isUnused(ctx)) {
                pass(ctx, bytes);
            } else {
                held = bytes;
            }
        } else {
            ctx.fireChannelRead(message);
        }
    }

    /** HTTP/2 has frames of its own, and after an upgrade the bytes are no requests any more. */
    private boolean isFramed(ChannelHandlerContext ctx) {
        if (framed && ctx.pipeline().get(HttpServerCodec.class) == null) {
            framed = false;
            headersSince = 0;
            pace = null;
        }
        return framed;
    }

    /**
     * Passes one request on, and keeps what came behind it until its answer is out. Reactor Netty would take more, and
     * then let a request that says {@code Connection: close} end the ones before it (RFC 9112, 9.3 and 9.6).
     */
    private void pass(ChannelHandlerContext ctx, ByteBuf bytes) {
        while (true) {
            Violation wrong = framing.follow(bytes);
            if (wrong != null) {
                bytes.release();
                refuse(ctx, wrong.refusal(), wrong.why());
                return;
            }
            long now = System.nanoTime();
            headersSince = !framing.isInHeaders() ? 0 : headersSince == 0 ? now : headersSince;
            BodyPace body = pace;
            if (body != null) {
                body.came(bytes.readableBytes(), now);
                pace = framing.isInBody() ? body : null;
            }
            int end = framing.followed();
            if (end == bytes.writerIndex()) {
                ctx.fireChannelRead(bytes);
                return;
            }
            ctx.fireChannelRead(bytes.readRetainedSlice(end - bytes.readerIndex()));
            if (refused || closing || !ctx.channel().isActive()) {
                bytes.release();
                return;
            }
            if (!isFramed(ctx)) {
                ctx.fireChannelRead(bytes);
                return;
            }
            if (!isUnused(ctx)) {
                held = bytes;
                return;
            }
        }
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        ByteBuf next = held;
        if (next != null && (isUnused(ctx) || !isFramed(ctx))) {
            ctx.executor().execute(() -> passHeld(ctx));
            return;
        }
        if (next != null && next.readableBytes() > MOST_HELD) {
            return;
        }
        if (framed && framing.isInBody()) {
            BodyPace body = pace;
            if (body == null) {
                body = new BodyPace(limits);
                pace = body;
            }
            body.waits(System.nanoTime());
        }
        ctx.read();
    }

    private void passHeld(ChannelHandlerContext ctx) {
        ByteBuf next = held;
        if (next == null || refused || closing || (isFramed(ctx) && !isUnused(ctx))) {
            return;
        }
        held = null;
        if (framed) {
            pass(ctx, next);
        } else {
            ctx.fireChannelRead(next);
        }
        ctx.fireChannelReadComplete();
    }

    private void dropHeld() {
        ReferenceCountUtil.release(held);
        held = null;
    }

    private static boolean hasBegunToAnswer(ChannelHandlerContext ctx) {
        return ctx.channel().isActive() && ChannelOperations.get(ctx.channel()) instanceof HttpServerResponse answer
                && answer.hasSentHeaders();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (framed || openStreams > 0) {
            lastMove = System.nanoTime();
        }
        ctx.write(message, promise);
    }

    /** A request has begun on this HTTP/2 connection. */
    void opened(ClientStream stream) {
        streams.add(stream);
        openStreams = streams.size();
    }

    /** A request on this HTTP/2 connection has ended. */
    void closed(ClientStream stream) {
        streams.remove(stream);
        openStreams = streams.size();
        lastMove = System.nanoTime();
    }

    /**
     * A connection that is closed while its client still sends is reset, which may take from the client the answer that
     * it has not read yet. So the rest of a body is read and dropped first, for a while.
     */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        dropHeld();
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

    /** A client that stops sending within a body may still read; in all other cases it has gone. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (!(event instanceof ChannelInputShutdownEvent)) {
            ctx.fireUserEventTriggered(event);
        } else if (framed && framing.isInBody() && !closing) {
            refuse(ctx, ENDED_BODY, "a body that ends early");
        } else {
            ctx.close();
        }
    }

    /** Closes the connection where its client has kept the gateway waiting for too long. */
    void check(long now) {
        ChannelHandlerContext ctx = context;
        if (ctx == null) {
            return;
        }
        BodyPace body = pace;
        if (headersSince != 0 && now - headersSince > limits.headerTimeout().toNanos()) {
            ctx.executor().execute(() -> refuse(ctx, SLOW_HEADERS, "headers that take too long"));
        } else if (body != null && body.isTooSlow(now)) {
            ctx.executor().execute(() -> refuseSlowBody(ctx, body, now));
        } else if (now - lastMove > limits.idleTimeout().toNanos() && openStreams == 0 && isUnused(ctx)) {
            ctx.executor().execute(() -> sendAway(ctx));
        }
        ChannelOutboundBuffer waiting = ctx.channel().unsafe().outboundBuffer();
        if (openStreams > 0 || (waiting != null && waiting.totalPendingWriteBytes() > 0)) {
            ctx.executor().execute(() -> checkSending(ctx, now));
        } else {
            waitsFirst = null;
        }
    }

    private void refuseSlowBody(ChannelHandlerContext ctx, BodyPace body, long now) {
        boolean canAnswerItself = !isUnused(ctx) && !hasBegunToAnswer(ctx);
        if (!canAnswerItself || body.isTooSlow(now - PRECEDENCE)) {
            refuse(ctx, SLOW_BODY, "a body that takes too long");
        }
    }

    /** What goes out first is the same as before, to the byte, only as long as the client takes nothing. */
    @SuppressWarnings("ReferenceEquality")
    private void checkSending(ChannelHandlerContext ctx, long now) {
        long limit = limits.sendTimeout().toNanos();
        ChannelOutboundBuffer waiting = ctx.channel().unsafe().outboundBuffer();
        Object first = waiting == null ? null : waiting.current();
        int bytes = first instanceof ByteBuf part ? part.readableBytes() : 0;
        if (first == null || first != waitsFirst || bytes != waitsBytes) {
            waitsFirst = first;
            waitsBytes = bytes;
            waitsSince = now;
        } else if (now - waitsSince > limit) {
            all.tooSlow("a client that takes nothing");
            ctx.close();
            return;
        }
        for (ClientStream stream : List.copyOf(streams)) {
            if (stream.resetIfStuck(limit, now)) {
                all.tooSlow("a client that takes nothing of one answer");
            }
        }
    }

    /** Closes the connection if no request is under way, or, with HTTP/2, as soon as none is. */
    void closeIfUnused() {
        ChannelHandlerContext ctx = context;
        if (ctx != null) {
            ctx.executor().execute(() -> {
                if (isHttp2(ctx) || (framed && isUnused(ctx) && held == null && !framing.isInHeaders())) {
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
     * The first one takes all requests that are on their way, and the second one, when none can be any more, says which
     * was the last that was taken: a client that sends just before it reads this loses nothing (RFC 9113, 6.8).
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

    private void refuse(ChannelHandlerContext ctx, ErrorResponse refusal, String why) {
        if (!refused) {
            refused = true;
            all.refused(refusal, why);
            if (hasBegunToAnswer(ctx)) {
                // Anything said now would be read as a part of the answer that is under way.
                ctx.close();
                return;
            }
            ctx.channel().attr(RequestContext.REFUSED_WITH).set(refusal.status().code());
            ctx.writeAndFlush(refusal.raw(ctx.alloc(), framing.isOfProgram())).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
