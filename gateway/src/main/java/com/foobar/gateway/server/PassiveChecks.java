package com.foobar.gateway.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import com.foobar.gateway.server.FailureWindow.Score;

/** What real requests have told of one server since it was last let in. */
final class PassiveChecks {

    private final int connectLimit;
    private final AtomicInteger connectFailures = new AtomicInteger();
    private final LongAdder successes = new LongAdder();
    private final FailureWindow failures;

    PassiveChecks(EjectionProperties properties) {
        this.connectLimit = properties.connectFailures();
        this.failures = new FailureWindow(properties);
    }

    void succeeded() {
        successes.increment();
        // Read first: nearly every request succeeds, and a write would bounce the line between processors.
        if (connectFailures.get() != 0) {
            connectFailures.set(0);
        }
    }

    /** Returns whether this failed connection makes too many in a row. */
    boolean connectFailed() {
        return connectLimit > 0 && connectFailures.incrementAndGet() >= connectLimit;
    }

    void failed(long network, boolean confirmed, long now) {
        failures.add(now, successes.sum(), network, confirmed);
    }

    Score score(long now) {
        return failures.score(now, successes.sum());
    }

    /** Forgets what was, which says nothing of how the server is now. */
    void forget() {
        connectFailures.set(0);
        failures.clear();
    }
}
