package com.foobar.gateway.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.util.ReferenceCountUtil;
import org.awaitility.Awaitility;

/** A client that can send malformed requests over HTTP/2, which no library would send. */
final class RawHttp2Client implements AutoCloseable {

    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Queue<Integer> lastTaken = new ConcurrentLinkedQueue<>();
    private final Channel connection;
    private int lastSent;

    RawHttp2Client(int port) throws Exception {
        this(port, Http2Settings.defaultSettings());
    }

    RawHttp2Client(int port, Http2Settings settings) throws Exception {
        SslContext tls = SslContextBuilder.forClient().trustManager(InsecureTrustManagerFactory.INSTANCE)
                .applicationProtocolConfig(new ApplicationProtocolConfig(ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT, "h2"))
                .build();
        connection = new Bootstrap().group(group).channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {

                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(tls.newHandler(channel.alloc(), "localhost", port),
                                Http2FrameCodecBuilder.forClient().validateHeaders(false).initialSettings(settings)
                                        .encoderIgnoreMaxHeaderListSize(true).build(),
                                new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()), new Farewells());
                    }
                }).connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)).sync().channel();
    }

    /** Returns headers that are not validated, for a request with this method and path. */
    static Http2Headers headers(String method, String path) {
        return new DefaultHttp2Headers(false).method(method).scheme("https").authority("localhost").path(path);
    }

    /**
     * Sends the request, with the body if there is one. Returns the status and the body of the response, or how the
     * stream ended.
     */
    String ask(Http2Headers headers, String... body) throws Exception {
        return ask(headers, true, body);
    }

    /** Does the same as {@link #ask}, but leaves the request open, as if more of the body were to come. */
    String askWithoutEnd(Http2Headers headers, String... body) throws Exception {
        return ask(headers, false, body);
    }

    /** Sends the request and a part of its body, and resets the stream when the condition is true. */
    void reset(Http2Headers headers, String body, Callable<Boolean> when) throws Exception {
        begin(headers, body, when).writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL)).sync();
    }

    /** Sends the request and a part of its body, and closes the connection when the condition is true. */
    void leave(Http2Headers headers, String body, Callable<Boolean> when) throws Exception {
        begin(headers, body, when);
        connection.close().sync();
    }

    private Http2StreamChannel begin(Http2Headers headers, String body, Callable<Boolean> when) throws Exception {
        Http2StreamChannel stream = new Http2StreamChannelBootstrap(connection)
                .handler(new ChannelInboundHandlerAdapter()).open().sync().getNow();
        stream.writeAndFlush(new DefaultHttp2HeadersFrame(headers));
        stream.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.copiedBuffer(body, StandardCharsets.ISO_8859_1)));
        Awaitility.await().until(when);
        return stream;
    }

    private String ask(Http2Headers headers, boolean ends, String... body) throws Exception {
        Answer answer = new Answer();
        Http2StreamChannel stream = new Http2StreamChannelBootstrap(connection).handler(answer).open().sync().getNow();
        stream.writeAndFlush(new DefaultHttp2HeadersFrame(headers, ends && body.length == 0));
        for (int part = 0; part < body.length; part++) {
            stream.writeAndFlush(new DefaultHttp2DataFrame(
                    Unpooled.copiedBuffer(body[part], StandardCharsets.ISO_8859_1), ends && part == body.length - 1));
        }
        String text = answer.text.get(20, TimeUnit.SECONDS);
        lastSent = stream.stream().id();
        return text;
    }

    /** Sends the request, and returns the headers of the response. */
    Http2Headers headersOf(Http2Headers headers) throws Exception {
        Answer answer = new Answer();
        Http2StreamChannel stream = new Http2StreamChannelBootstrap(connection).handler(answer).open().sync().getNow();
        stream.writeAndFlush(new DefaultHttp2HeadersFrame(headers, true));
        return answer.headers.get(20, TimeUnit.SECONDS);
    }

    /** Sends the request with the start of a body. Does not wait: the future gets what {@link #ask} would return. */
    Future<String> hold(Http2Headers headers) throws Exception {
        Answer answer = new Answer();
        Http2StreamChannel stream = new Http2StreamChannelBootstrap(connection).handler(answer).open().sync().getNow();
        stream.write(new DefaultHttp2HeadersFrame(headers, false));
        stream.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(new byte[]{ 'x' })));
        return answer.text;
    }

    /** Sends the request, and then its body byte by byte, until the stream ends. */
    String drip(Http2Headers headers, long everyMillis) throws Exception {
        Answer answer = new Answer();
        Http2StreamChannel stream = new Http2StreamChannelBootstrap(connection).handler(answer).open().sync().getNow();
        stream.writeAndFlush(new DefaultHttp2HeadersFrame(headers, false));
        Future<?> drops = group.scheduleAtFixedRate(
                () -> stream.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(new byte[]{ 'x' }))),
                everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        try {
            return answer.text.get(20, TimeUnit.SECONDS);
        } finally {
            drops.cancel(false);
        }
    }

    /** Returns the stream id of the last request. */
    int lastSent() {
        return lastSent;
    }

    /** Returns the last stream ids from the GOAWAY frames so far: requests up to this id still get a response. */
    List<Integer> lastTaken() {
        return List.copyOf(lastTaken);
    }

    /** Returns the number of streams that are not closed on both sides. */
    int openStreams() throws Exception {
        return connection.eventLoop().submit(
                () -> connection.pipeline().get(Http2FrameCodec.class).connection().numActiveStreams()).get();
    }

    boolean isClosed() {
        return !connection.isActive();
    }

    @Override
    public void close() {
        connection.close();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private final class Farewells extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (message instanceof Http2GoAwayFrame farewell) {
                lastTaken.add(farewell.lastStreamId());
            }
            ReferenceCountUtil.release(message);
        }
    }

    private static final class Answer extends ChannelInboundHandlerAdapter {

        private final CompletableFuture<String> text = new CompletableFuture<>();
        private final CompletableFuture<Http2Headers> headers = new CompletableFuture<>();
        private final StringBuilder soFar = new StringBuilder();

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            boolean last = false;
            if (message instanceof Http2HeadersFrame head) {
                headers.complete(head.headers());
                soFar.append(head.headers().status()).append('\n');
                last = head.isEndStream();
            } else if (message instanceof Http2DataFrame data) {
                soFar.append(data.content().toString(StandardCharsets.ISO_8859_1));
                last = data.isEndStream();
            }
            ReferenceCountUtil.release(message);
            if (last) {
                text.complete(soFar.toString());
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof Http2ResetFrame reset) {
                text.complete(soFar + "reset " + reset.errorCode());
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            text.complete(soFar + "closed");
        }
    }
}
