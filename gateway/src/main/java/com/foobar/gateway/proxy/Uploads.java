package com.foobar.gateway.proxy;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the request bodies that are on their way to one server. Each body holds an upstream connection for as long as
 * its client likes. So bodies may hold only a part of the connections; the rest is kept for requests without a body.
 */
final class Uploads {

    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();

    Uploads(int most) {
        this.most = most;
    }

    /** Counts a body in; returns false, and does not count the body, if there are too many already. */
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
