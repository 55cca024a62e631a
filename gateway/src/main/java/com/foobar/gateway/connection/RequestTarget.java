package com.foobar.gateway.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.HttpConversionUtil.ExtensionHeaderNames;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

import com.foobar.gateway.admission.Hosts;
import com.foobar.gateway.exchange.ErrorResponse;

/**
 * Reads the target of a request line in any of its forms (RFC 9112, 3.2). A target with a path becomes the path and
 * query; any other target becomes a slash and one of the fragments below. No client can send such a fragment: a target
 * with a fragment is refused, since some servers cut it off and others do not.
 */
public final class RequestTarget {

    /** The request is about the whole server, not about a page. */
    public static final String SERVER = "#server";
    /** The request line is too long. */
    public static final String TOO_LONG = "#too-long";
    /** The request asks for a connection to another host. */
    public static final String TUNNEL = "#tunnel";
    /** The target has an error or another form, so that the gateway must not pass it on. */
    static final String BAD = "#bad";

    private static final String HTTP = "http";

    private RequestTarget() {}

    /**
     * Returns the path and query, with escapes where they are needed, or a path and one of the fragments. The authority
     * of a target in absolute form replaces the Host header, as RFC 9112 (3.2.2) says, and must name the same host.
     *
     * @param method the request's method
     * @param target the target as the client sent it
     * @param version the request's version
     * @param headers the request's headers; this method may set Host
     * @param limits the limits of the request line
     */
    public static String read(HttpMethod method, String target, HttpVersion version, HttpHeaders headers,
            HeadLimits limits) {
        if (limits.isTooLong(method.name(), target)) {
            return (target.startsWith(ErrorResponse.API) ? ErrorResponse.API : "/") + TOO_LONG;
        }
        if (method.equals(HttpMethod.CONNECT)) {
            return "/" + TUNNEL;
        }
        if (target.indexOf('#') >= 0) {
            return "/" + BAD;
        }
        if (target.startsWith("/")) {
            return TargetEscapes.escape(target);
        }
        if (target.equals("*") && method.equals(HttpMethod.OPTIONS)) {
            return "/" + SERVER;
        }
        int authority = authority(target);
        // With HTTP/2 a target is a path (RFC 9113, 8.3.1).
        if (authority < 0 || headers.contains(ExtensionHeaderNames.STREAM_ID.text())) {
            return "/" + BAD;
        }
        int path = end(target, authority);
        String named = target.substring(authority, path);
        String host = host(named, headers.get(HttpHeaderNames.HOST, ""), version);
        if (host == null) {
            return "/" + BAD;
        }
        headers.set(HttpHeaderNames.HOST, host);
        if (path == target.length()) {
            return method.equals(HttpMethod.OPTIONS) ? "/" + SERVER : "/";
        }
        return TargetEscapes.escape(target.charAt(path) == '/' ? target.substring(path) : "/" + target.substring(path));
    }

    /** Returns the index at which the authority of a target in absolute form begins, or -1 for any other form. */
    private static int authority(String target) {
        int colon = target.indexOf("://");
        boolean known = AsciiString.regionMatches(target, true, 0, HTTP, 0, HTTP.length())
                && (colon == 4 || (colon == 5 && (target.charAt(4) | 0x20) == 's'));
        return known ? colon + 3 : -1;
    }

    private static int end(String target, int authority) {
        for (int i = authority; i < target.length(); i++) {
            if (target.charAt(i) == '/' || target.charAt(i) == '?') {
                return i;
            }
        }
        return target.length();
    }

    private static @Nullable String host(String named, String host, HttpVersion version) {
        if (host.isEmpty()) {
            // The header may be missing only before HTTP/1.1.
            return version.equals(HttpVersion.HTTP_1_0) && Hosts.isWellFormed(named) ? named : null;
        }
        return Hosts.isWellFormed(named) && Hosts.nameOf(named).equalsIgnoreCase(Hosts.nameOf(host)) ? named : null;
    }
}
