package com.foobar.gateway.proxy;

/** The request's body ended before it was whole. */
final class BodyCutOffException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyCutOffException() {
        super("the request's body is not whole", null, false, false);
    }
}
