package com.foobar.gateway.server;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests in a row that a server failed. */
final class Passive {

    private final AtomicInteger failuresInARow = new AtomicInteger();

    private final int limit;

    /** @param limit how many failures in a row are too many; 0 for never */
    Passive(int limit) {
        this.limit = limit;
    }

    void succeeded() {
        // Read first: nearly every request succeeds, and a write would bounce the line between processors.
        if (failuresInARow.get() != 0) {
            failuresInARow.set(0);
        }
    }

    /** Whether this failure makes it too many. */
    boolean failed() {
        return limit > 0 && failuresInARow.incrementAndGet() >= limit;
    }
}
