package com.foobar.gateway.proxy;

import com.foobar.gateway.edge.Refusal;

/** What a client reads when no server has answered. */
final class Refusals {

    static final Refusal NO_SERVER = new Refusal(503,
            "No server can answer at the moment. Please try again in a few seconds.", 5);
    static final Refusal TOO_MANY_UPLOADS = new Refusal(503,
            "Too much is being sent to the servers at the moment. Please try again in a few seconds.", 5);
    static final Refusal BAD_GATEWAY = new Refusal(502,
            "The server broke off before it answered. Whether it did what was asked is not known.", null);
    static final Refusal TIMEOUT = new Refusal(504,
            "The server did not answer in time. Whether it did what was asked is not known.", null);
    static final Refusal SLOW_BODY = new Refusal(408, "The request's body did not come in time.", null);
    static final Refusal BROKEN_BODY = new Refusal(400, "The request's body cannot be read to its end.", null);
    static final Refusal BODY_TOO_LARGE = new Refusal(413, "The request's body is larger than is accepted.", null);

    private Refusals() {}
}
