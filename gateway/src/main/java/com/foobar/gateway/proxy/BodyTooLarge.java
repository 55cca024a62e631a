package com.foobar.gateway.proxy;

/** The request's body turned out to be larger than is accepted. */
final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyTooLarge() {
        super("the request's body is too large", null, false, false);
    }
}
