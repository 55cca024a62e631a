package com.foobar.gateway.proxy;

import java.util.Arrays;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http2.HttpConversionUtil.ExtensionHeaderNames;
import io.netty.util.AsciiString;

/**
 * Removes the headers that are meant for one connection only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1">RFC 9110, section 7.6.1</a>
 */
final class HopByHop {

    private static final AsciiString[] NAMES = { AsciiString.cached("keep-alive"), HttpHeaderNames.PROXY_AUTHENTICATE,
            HttpHeaderNames.PROXY_AUTHORIZATION, AsciiString.cached("proxy-connection"), HttpHeaderNames.TE,
            HttpHeaderNames.TRAILER, HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderNames.UPGRADE,
            AsciiString.cached("http2-settings") };
    /** The headers in which Netty describes how a message came over HTTP/2, or is told how to send the message. */
    private static final AsciiString[] OF_NETTY = Arrays.stream(ExtensionHeaderNames.values())
            .map(ExtensionHeaderNames::text).toArray(AsciiString[]::new);

    private HopByHop() {}

    /** Removes the hop-by-hop headers, with the headers that Connection names. */
    static void remove(HttpHeaders headers) {
        String connection = headers.get(HttpHeaderNames.CONNECTION);
        if (connection != null) {
            if (!connection.equalsIgnoreCase("keep-alive") && !connection.equalsIgnoreCase("close")) {
                headers.getAll(HttpHeaderNames.CONNECTION).forEach(value -> removeNamed(headers, value));
            }
            headers.remove(HttpHeaderNames.CONNECTION);
        }
        for (AsciiString name : NAMES) {
            headers.remove(name);
        }
    }

    /** Removes Netty's own headers from a response. {@code ForwardedHeaders} removes those of a client's request. */
    static void removeNettys(HttpHeaders headers) {
        for (AsciiString name : OF_NETTY) {
            headers.remove(name);
        }
    }

    private static void removeNamed(HttpHeaders headers, String connection) {
        for (String name : connection.split(",", -1)) {
            // The server relies on these two headers: naming them as hop-by-hop is an attack, so they stay.
            if (!name.isBlank() && !name.strip().equalsIgnoreCase("host")
                    && !name.strip().equalsIgnoreCase("content-length")) {
                headers.remove(name.strip());
            }
        }
    }
}
