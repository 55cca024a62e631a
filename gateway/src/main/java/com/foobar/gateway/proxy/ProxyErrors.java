package com.foobar.gateway.proxy;

import com.foobar.gateway.exchange.ErrorResponse;

/** The gateway's own responses to requests for which it has no response of a server. */
final class ProxyErrors {

    static final ErrorResponse NO_SERVER = new ErrorResponse(503,
            "No server can respond at the moment. Please try again in a few seconds.", 5);
    static final ErrorResponse TOO_MANY_UPLOADS = new ErrorResponse(503,
            "Too much is being sent to the servers at the moment. Please try again in a few seconds.", 5);
    static final ErrorResponse BAD_GATEWAY = new ErrorResponse(502,
            "The server broke off before it responded. Whether it did what was asked is not known.", null);
    static final ErrorResponse TIMEOUT = new ErrorResponse(504,
            "The server did not respond in time. Whether it did what was asked is not known.", null);
    static final ErrorResponse SLOW_BODY = new ErrorResponse(408, "The request's body did not come in time.", null);
    static final ErrorResponse BROKEN_BODY = new ErrorResponse(400, "The request's body cannot be read to its end.",
            null);
    static final ErrorResponse BODY_TOO_LARGE = new ErrorResponse(413, "The request's body is larger than is accepted.",
            null);

    private ProxyErrors() {}
}
