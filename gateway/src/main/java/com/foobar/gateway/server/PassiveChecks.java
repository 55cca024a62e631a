package com.foobar.gateway.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import com.foobar.gateway.server.FailureWindow.Score;

/** Records the results of real requests to one server. The failures are forgotten when the server comes back. */
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
        // Read before write: nearly every request succeeds, and a write would move the cache line between processors.
        if (connectFailures.get() != 0) {
            connectFailures.set(0);
        }
    }

    /** Counts a failed connection; returns whether the limit of consecutive failed connections is reached. */
    boolean connectFailed() {
        return connectLimit > 0 && connectFailures.incrementAndGet() >= connectLimit;
    }

    void failed(long network, boolean confirmed, long now) {
        failures.add(now, successes.sum(), network, confirmed);
    }

    Score score(long now) {
        return failures.score(now, successes.sum());
    }

    /** Forgets all failures so far, because they say nothing about how the server is now. */
    void forget() {
        connectFailures.set(0);
        failures.clear();
    }
}
