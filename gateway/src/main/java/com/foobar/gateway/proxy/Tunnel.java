package com.foobar.gateway.proxy;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.ReferenceCountUtil;
import reactor.netty.NettyPipeline;

/** Passes the bytes of one connection unchanged to another connection, as fast as the other side reads them. */
@SuppressWarnings("FutureReturnValueIgnored") // A write or close that fails means a connection that is gone already.
final class Tunnel extends ChannelInboundHandlerAdapter {

    private final Channel peer;

    private Tunnel(Channel peer) {
        this.peer = peer;
    }

    /**
     * Joins both connections after the server's 101 response, and sends that response to the client with these headers.
     */
    static void join(Channel client, Channel server, HttpHeaders headers) {
        server.pipeline().get(HttpClientCodec.class).removeOutboundHandler();
        server.pipeline().addBefore(NettyPipeline.ReactiveBridge, null, new Tunnel(client));
        if (client.eventLoop().inEventLoop()) {
            open(client, server, headers);
        } else {
            client.eventLoop().execute(() -> open(client, server, headers));
        }
    }

    private static void open(Channel client, Channel server, HttpHeaders headers) {
        ChannelPipeline pipeline = client.pipeline();
        if (!client.isActive()) {
            server.close();
            return;
        }
        pipeline.addBefore(NettyPipeline.ReactiveBridge, null, new Tunnel(server));
        pipeline.remove(NettyPipeline.HttpTrafficHandler);
        pipeline.remove(HttpServerCodec.class);
        client.writeAndFlush(Unpooled.copiedBuffer(head(headers), StandardCharsets.ISO_8859_1));
        client.config().setAutoRead(true);
        server.config().setAutoRead(true);
    }

    private static String head(HttpHeaders headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n");
        headers.forEach(header -> head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n"));
        return head.append("\r\n").toString();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf bytes) {
            peer.write(bytes);
        } else {
            // The empty last part of the request or of the response that opened the tunnel.
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        peer.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        peer.config().setAutoRead(ctx.channel().isWritable());
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        peer.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        ctx.fireChannelInactive();
    }
}
