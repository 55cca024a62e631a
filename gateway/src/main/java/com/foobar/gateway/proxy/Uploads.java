package com.foobar.gateway.proxy;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The request bodies that are on their way to one server. Each holds a connection for as long as its client likes, so
 * that only a part of the connections is for them, and the rest is kept for requests without a body.
 */
final class Uploads {

    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();

    Uploads(int most) {
        this.most = most;
    }

    /** Counts a body in, and tells whether there was room for it. */
    boolean begin() {
        if (underWay.incrementAndGet() > most) {
            underWay.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Counts a body out. */
    void end() {
        underWay.decrementAndGet();
    }
}
