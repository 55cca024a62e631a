package com.foobar.gateway.exchange;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;

import com.foobar.gateway.settings.EdgeProperties;
import com.foobar.gateway.settings.Instance;
import com.foobar.gatewayview.GatewayView;

/** Sets the headers that tell a server where a request came from, and removes what the client said about that. */
public final class ForwardedHeaders {

    private static final AsciiString FORWARDED = AsciiString.cached("Forwarded");
    private static final AsciiString FOR = AsciiString.cached("X-Forwarded-For");
    private static final AsciiString PROTO = AsciiString.cached("X-Forwarded-Proto");
    private static final AsciiString HOST = AsciiString.cached("X-Forwarded-Host");
    private static final AsciiString PORT = AsciiString.cached("X-Forwarded-Port");
    private static final AsciiString PREFIX = AsciiString.cached("X-Forwarded-");
    /** The prefix of the headers in which Netty describes how a message came over HTTP/2. */
    private static final AsciiString OF_NETTY = AsciiString.cached("x-http2-");
    private static final AsciiString[] FOREIGN = { AsciiString.cached("X-Real-IP"), AsciiString.cached("X-Client-IP"),
            AsciiString.cached("True-Client-IP"), AsciiString.cached("X-Original-URL"),
            AsciiString.cached("X-Rewrite-URL"), AsciiString.cached(GatewayView.HEADER) };

    private final String via;
    private final String securePort;

    ForwardedHeaders(Instance instance, EdgeProperties properties) {
        this.via = instance.via();
        this.securePort = String.valueOf(properties.publicHttpsPort());
    }

    /**
     * Sets these headers on the request to a server.
     *
     * @param context the client's request
     * @param headers the headers of the request to the server, which hold the client's headers before the call
     */
    public void set(RequestContext context, HttpHeaders headers) {
        for (AsciiString name : FOREIGN) {
            headers.remove(name);
        }
        removeForwarded(headers);
        String client = context.clientAddress();
        String proto = context.isSecure() ? "https" : "http";
        headers.set(FOR, client);
        headers.set(PROTO, proto);
        headers.set(HOST, context.host());
        headers.set(PORT, context.isSecure() ? securePort : plainPort(context.host()));
        headers.set(FORWARDED, "for=" + node(client) + ";host=\"" + context.host() + "\";proto=" + proto);
        headers.set(HttpHeaderNames.VIA, via);
        headers.set(ResponseHeaders.REQUEST_ID, context.id());
    }

    private static void removeForwarded(HttpHeaders headers) {
        List<CharSequence> found = List.of();
        for (Iterator<Map.Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence(); all.hasNext();) {
            CharSequence name = all.next().getKey();
            if (isForwarded(name)) {
                found = found.isEmpty() ? new ArrayList<>(4) : found;
                found.add(name);
            }
        }
        found.forEach(headers::remove);
    }

    private static boolean isForwarded(CharSequence name) {
        return AsciiString.regionMatches(name, true, 0, PREFIX, 0, PREFIX.length())
                || isOfNetty(name);
    }

    /** Returns whether Netty itself uses a header of this name to describe an HTTP/2 message. */
    public static boolean isOfNetty(CharSequence name) {
        return AsciiString.regionMatches(name, true, 0, OF_NETTY, 0, OF_NETTY.length());
    }

    private static String node(String address) {
        return address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
    }

    private static String plainPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(colon + 1) : "80";
    }
}
