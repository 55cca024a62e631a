package com.foobar.gateway.proxy;

/** Thrown when a request's body turns out to be too large while it is passed on. */
final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyTooLargeException() {
        super("the request's body is too large", null, false, false);
    }
}
