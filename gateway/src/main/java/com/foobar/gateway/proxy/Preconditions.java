package com.foobar.gateway.proxy;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;

/** Knows the requests after which a server's connection must not carry another request. */
final class Preconditions {

    private Preconditions() {}

    /**
     * Returns whether the server may refuse a precondition of its page or file. Nginx then responds with 412 and
     * neither reads another request from the connection nor says so: the next client's request would hang or fail
     * there.
     */
    static boolean mayBreakConnection(HttpMethod method, HttpHeaders headers) {
        return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
                && (headers.contains(HttpHeaderNames.IF_MATCH)
                        || headers.contains(HttpHeaderNames.IF_UNMODIFIED_SINCE));
    }
}
