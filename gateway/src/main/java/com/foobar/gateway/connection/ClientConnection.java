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
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerResponse;

import com.foobar.gateway.admission.ClientUse;
import com.foobar.gateway.exchange.ErrorResponse;
import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.settings.ClientProperties;

/**
 * Handles one client connection in front of Netty's HTTP decoder: refuses ambiguous requests, and measures how long the
 * client keeps the gateway waiting.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write or close that fails means a connection that is gone already.
public final class ClientConnection extends ChannelDuplexHandler {

    /** Longer than a round trip to a client. */
    static final Duration NOTICE = Duration.ofSeconds(1);

    private static final long LONGEST_CLOSE_MILLIS = 2_000;
    /**
     * How many bytes of further requests are held in memory until the response to the first request is complete. If
     * more are held, nothing more is read, and the rest stays with the kernel.
     */
    private static final int MOST_HELD = 64 * 1024;
    /**
     * For how many nanoseconds a request with a slow body may still send its own response, which says more, before this
     * handler responds.
     */
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
    /** Ends the notice of the close that an HTTP/2 client has got; null if it has got none. */
    private @Nullable Future<?> notice;
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

    /**
     * Returns the client connection of a request.
     *
     * @param channel the request's channel: the connection itself, or its stream with HTTP/2
     * @return null if {@link ClientConnections} does not watch the connection
     */
    public static @Nullable ClientConnection of(Channel channel) {
        return (channel.parent() instanceof SocketChannel parent ? parent : channel).attr(ON_CHANNEL).get();
    }

    /** Returns the counts of the client, or null if the connection has no IP address. */
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

    /**
     * Returns whether the bytes are HTTP/1 requests. They are not with HTTP/2, which has its own frames, and not after
     * an upgrade.
     */
    private boolean isFramed(ChannelHandlerContext ctx) {
        if (framed && ctx.pipeline().get(HttpServerCodec.class) == null) {
            framed = false;
            headersSince = 0;
            pace = null;
        }
        return framed;
    }

    /**
     * Passes one request on, and holds the bytes behind it until the response to it is complete. Otherwise Reactor
     * Netty would read several requests, and a request with {@code Connection: close} would then end the requests
     * before it (RFC 9112, 9.3 and 9.6).
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

    private static boolean hasBegunToRespond(ChannelHandlerContext ctx) {
        return ctx.channel().isActive() && ChannelOperations.get(ctx.channel()) instanceof HttpServerResponse response
                && response.hasSentHeaders();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (framed || openStreams > 0) {
            lastMove = System.nanoTime();
        }
        ctx.write(message, promise);
    }

    /** Notes that a request has begun on this HTTP/2 connection. */
    void opened(ClientStream stream) {
        streams.add(stream);
        openStreams = streams.size();
    }

    /** Notes that a request on this HTTP/2 connection has ended. */
    void closed(ClientStream stream) {
        streams.remove(stream);
        openStreams = streams.size();
        lastMove = System.nanoTime();
    }

    /**
     * Closes the connection. If the client still sends a body, the body is first read and dropped for up to two
     * seconds: closing at once would reset the connection, and the client could lose the response that it has not read
     * yet.
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

    /**
     * Handles the end of what a client sends: within a body, the client may still read; in all other cases it has gone.
     */
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

    /**
     * Closes the connection if its client has kept the gateway waiting for too long.
     *
     * @param now the time, from {@code System.nanoTime()}
     */
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
        boolean canRespondItself = !isUnused(ctx) && !hasBegunToRespond(ctx);
        if (!canRespondItself || body.isTooSlow(now - PRECEDENCE)) {
            refuse(ctx, SLOW_BODY, "a body that takes too long");
        }
    }

    /**
     * Closes the connection if its client reads nothing, and resets each stream with a response that is stuck. As long
     * as a client reads nothing, the first buffer that waits to be sent stays the same and keeps its length.
     */
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
                all.tooSlow("a client that takes nothing of one response");
            }
        }
    }

    /**
     * Closes the connection if no request is in flight, or, with HTTP/2, as soon as no request is.
     *
     * @return completes when the client must have read the notice of the close and was told which request is its last;
     *         at once with HTTP/1, which has no such notice
     */
    Mono<Void> closeIfUnused() {
        ChannelHandlerContext ctx = context;
        if (ctx == null) {
            return Mono.empty();
        }
        return Mono.create(end -> ctx.executor().execute(() -> {
            if (isHttp2(ctx) || (framed && isUnused(ctx) && held == null && !framing.isInHeaders())) {
                sendAway(ctx).addListener(ended -> end.success());
            } else {
                end.success();
            }
        }));
    }

    private Future<?> sendAway(ChannelHandlerContext ctx) {
        if (!isHttp2(ctx)) {
            ctx.close();
            return ctx.newSucceededFuture();
        }
        Future<?> given = notice;
        if (given == null) {
            goAway(ctx, Integer.MAX_VALUE);
            given = ctx.executor().schedule(() -> {
                goAway(ctx, 0);
                // Through the codec, which waits for the requests that were accepted.
                ctx.channel().close();
            }, NOTICE.toMillis(), TimeUnit.MILLISECONDS);
            notice = given;
        }
        return given;
    }

    /**
     * Sends a GOAWAY frame. The first frame still accepts all requests that are on their way. When no request can be on
     * its way any more, the second frame names the last request that was accepted. So a client that sends a request
     * just before it reads the first frame does not lose that request (RFC 9113, 6.8).
     */
    private static void goAway(ChannelHandlerContext ctx, int furtherRequests) {
        ctx.channel().writeAndFlush(
                new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR).setExtraStreamIds(furtherRequests));
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
            if (hasBegunToRespond(ctx)) {
                // The client would read anything sent now as a part of the response that has begun.
                ctx.close();
                return;
            }
            ctx.channel().attr(RequestContext.REFUSED_WITH).set(refusal.status().code());
            ctx.writeAndFlush(refusal.raw(ctx.alloc(), framing.isOfProgram())).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
