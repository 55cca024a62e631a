package com.foobar.gateway.proxy;

/** Thrown when a request's body ends before it is complete. */
final class BodyCutOffException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyCutOffException() {
        super("the request's body is not whole", null, false, false);
    }
}
