package com.foobar.gateway.proxy;

/** The request's body turned out to be larger than is accepted. */
final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyTooLargeException() {
        super("the request's body is too large", null, false, false);
    }
}
