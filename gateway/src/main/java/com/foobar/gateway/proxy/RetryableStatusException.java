package com.foobar.gateway.proxy;

import com.foobar.gateway.server.Server;

/** Thrown in place of a server's response that the client does not get, because another server gets the request. */
final class RetryableStatusException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Server next;

    /** @param next the server that gets the request now */
    RetryableStatusException(Server next) {
        super("another server is asked", null, false, false);
        this.next = next;
    }

    Server next() {
        return next;
    }
}
