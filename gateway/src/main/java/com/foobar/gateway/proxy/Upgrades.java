package com.foobar.gateway.proxy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Handles the 101 response of a server to a WebSocket handshake before Reactor Netty sees it, since Reactor Netty would
 * end the exchange there. Closes the connection if a server switches to a protocol without having been asked.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-7.8">RFC 9110, section 7.8</a>
 */
final class Upgrades extends ChannelInboundHandlerAdapter {

    /**
     * Returns whether a request is a WebSocket handshake; any other request with an Upgrade header is served as if it
     * had none.
     */
    static boolean isHandshake(HttpServerRequest request) {
        HttpHeaders headers = request.requestHeaders();
        return headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                && headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)
                && headers.contains(HttpHeaderNames.SEC_WEBSOCKET_VERSION) && request.method().equals(HttpMethod.GET)
                && request.version().equals(HttpVersion.HTTP_1_1);
    }

    /**
     * Adds the headers that ask for a WebSocket. They apply to one connection only, so {@link HopByHop} has removed
     * them. Other values of the Connection header stay.
     */
    static void ask(HttpHeaders headers) {
        headers.add(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
        headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // A close that fails means a connection that is gone already.
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof HttpResponse response)
                || response.status().code() != HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
            ctx.fireChannelRead(message);
            return;
        }
        Attempt attempt = ctx.channel().attr(Attempt.ON_CHANNEL).get();
        if (attempt == null || !response.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT)
                || !attempt.switchTo(ctx.channel(), response.headers())) {
            ctx.close();
        }
    }
}
