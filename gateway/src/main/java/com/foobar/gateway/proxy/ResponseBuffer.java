package com.foobar.gateway.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Holds back a chunked response to a repeatable request until the response is complete, if it is small and arrives
 * quickly, and gives it a Content-Length in place of the chunks.
 *
 * <p>
 * As long as nothing of a response has gone out, a server that breaks off costs the client nothing: another server can
 * get the request. Servers compress pages while they send them, so pages are chunked, and no header tells which pages
 * are small.
 */
final class ResponseBuffer extends ChannelInboundHandlerAdapter {

    static final int MOST_BYTES = 16 * 1024;
    static final long LONGEST_MILLIS = 50;

    private final List<HttpContent> parts = new ArrayList<>(4);
    private @Nullable HttpResponse head;
    private @Nullable Future<?> limit;
    private int bytes;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (head != null && message instanceof HttpContent part) {
            hold(ctx, head, part);
        } else if (message instanceof HttpResponse response && mayBeHeld(ctx.channel(), response)) {
            head = response;
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private static boolean mayBeHeld(Channel channel, HttpResponse response) {
        Attempt attempt = channel.attr(Attempt.ON_CHANNEL).get();
        return attempt != null && attempt.isRepeatable() && !(response instanceof HttpContent)
                && HttpUtil.isTransferEncodingChunked(response) && !isEventStream(response);
    }

    private static boolean isEventStream(HttpResponse response) {
        String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }

    private void hold(ChannelHandlerContext ctx, HttpResponse response, HttpContent part) {
        parts.add(part);
        bytes += part.content().readableBytes();
        if (part instanceof LastHttpContent last) {
            // A response to HEAD has no body, but this does not mean that its length is 0.
            if (bytes > 0 && last.decoderResult().isSuccess() && last.trailingHeaders().isEmpty()) {
                HttpUtil.setTransferEncodingChunked(response, false);
                HttpUtil.setContentLength(response, bytes);
            }
            letGo(ctx);
        } else if (bytes > MOST_BYTES) {
            letGo(ctx);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (head != null) {
            if (limit == null) {
                limit = ctx.executor().schedule(() -> {
                    letGo(ctx);
                    ctx.fireChannelReadComplete();
                }, LONGEST_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (!ctx.channel().config().isAutoRead()) {
                ctx.read();
            }
        }
        ctx.fireChannelReadComplete();
    }

    private void letGo(ChannelHandlerContext ctx) {
        HttpResponse response = head;
        List<HttpContent> body = List.copyOf(parts);
        forget();
        if (response != null) {
            ctx.fireChannelRead(response);
        }
        body.forEach(ctx::fireChannelRead);
    }

    private void forget() {
        head = null;
        parts.clear();
        bytes = 0;
        if (limit != null) {
            limit.cancel(false);
            limit = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        drop();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        drop();
    }

    private void drop() {
        parts.forEach(ReferenceCountUtil::release);
        forget();
    }
}
