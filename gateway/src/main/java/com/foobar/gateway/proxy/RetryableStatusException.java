package com.foobar.gateway.proxy;

import com.foobar.gateway.server.Server;

/** A server's answer that the client need not see, because another server is asked for a better one. */
final class RetryableStatusException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Server next;

    /** @param next who is asked now */
    RetryableStatusException(Server next) {
        super("another server is asked", null, false, false);
        this.next = next;
    }

    Server next() {
        return next;
    }
}
