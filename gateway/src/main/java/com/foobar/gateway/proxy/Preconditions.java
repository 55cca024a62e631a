package com.foobar.gateway.proxy;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;

/** Knows the requests after which a server's connection must not carry another request. */
final class Preconditions {

    private Preconditions() {}

    /**
     * Returns whether the request has a precondition that the server may refuse. Nginx then responds with 412, reads no
     * further request from the connection, and does not say so: the next request on that connection would hang or fail.
     */
    static boolean mayBreakConnection(HttpMethod method, HttpHeaders headers) {
        return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
                && (headers.contains(HttpHeaderNames.IF_MATCH)
                        || headers.contains(HttpHeaderNames.IF_UNMODIFIED_SINCE));
    }
}
