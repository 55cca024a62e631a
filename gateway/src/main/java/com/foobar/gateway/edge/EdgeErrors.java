package com.foobar.gateway.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

import com.foobar.gateway.connection.HeadLimits;
import com.foobar.gateway.connection.RequestTarget;
import com.foobar.gateway.exchange.ErrorResponse;

/** The responses that the edge itself sends, and which of them a request's target gets. */
final class EdgeErrors {

    static final ErrorResponse NO_HOST = new ErrorResponse(400, "The request does not say what it asks for.", null);
    static final ErrorResponse OTHER_HOST = new ErrorResponse(421, "This server does not serve that host name.", null);
    static final ErrorResponse NO_TUNNEL = new ErrorResponse(405, "This server makes no connections to others.", null);
    static final ErrorResponse NO_EXPECTATION = new ErrorResponse(417, "What the request expects is not supported.",
            null);
    static final ErrorResponse NOT_FOUND = new ErrorResponse(404, "There is no such page.", null);
    static final ErrorResponse TOO_MANY = new ErrorResponse(429, "These were too many requests in a short time.", 1);
    static final ErrorResponse TOO_MANY_AT_ONCE = new ErrorResponse(429,
            "These are too many requests at the same time.", 1);
    static final ErrorResponse TOO_LARGE = new ErrorResponse(413, "The request's body is larger than is accepted.",
            null);

    private EdgeErrors() {}

    /**
     * Responds to a request that asks about the whole server instead of a page: {@code OPTIONS *} (RFC 9110, 9.3.7).
     */
    static Mono<Void> describeServer(HttpServerResponse response) {
        return response.status(HttpResponseStatus.NO_CONTENT).header(HttpHeaderNames.ALLOW, ErrorResponse.METHODS)
                .send();
    }

    /** Returns whether a target that {@link RequestTarget} has read stands for the whole server. */
    static boolean isServer(String target) {
        return target.endsWith(RequestTarget.SERVER);
    }

    /**
     * Returns the refusal of a target that {@link RequestTarget} has read, or null if the target may pass.
     *
     * @param host the value of the Host header; an empty one is refused
     */
    static @Nullable ErrorResponse ofTarget(String target, String host, HeadLimits limits) {
        if (host.isEmpty()) {
            return NO_HOST;
        }
        int fragment = target.indexOf('#');
        return fragment < 0 ? null : switch (target.substring(fragment)) {
            case RequestTarget.TOO_LONG -> limits.lineTooLong();
            case RequestTarget.TUNNEL -> NO_TUNNEL;
            case RequestTarget.SERVER -> null;
            default -> NO_HOST;
        };
    }
}
