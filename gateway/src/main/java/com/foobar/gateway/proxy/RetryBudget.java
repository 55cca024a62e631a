package com.foobar.gateway.proxy;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Caps the load that retries add: each request pays in a part of a retry, each retry takes one out, and what may be
 * saved up is limited, so that a pool in which all fails does not get a multiple of its load.
 *
 * @see <a href="https://twitter.github.io/finagle/guide/Clients.html#retry-budget">Finagle's retry budgets</a>
 */
final class RetryBudget {

    private static final long RETRY = 100;
    private static final long NANOS = 1_000_000_000L;
    private static final int SAVED_SECONDS = 10;

    private final int percent;
    private final long perSecond;
    private final AtomicLong balance = new AtomicLong();
    private final AtomicLong paidAt;

    /**
     * @param percent the part of a retry that a request pays in, in percent
     * @param minPerSecond the retries that each second pays in
     * @param now the time, in {@code nanoTime}'s terms
     */
    RetryBudget(int percent, int minPerSecond, long now) {
        this.percent = percent;
        this.perSecond = minPerSecond * RETRY;
        this.paidAt = new AtomicLong(now);
        this.balance.set(perSecond);
    }

    /** Pays in for a request. */
    void request() {
        if (percent > 0) {
            balance.addAndGet(percent);
        }
    }

    /** Takes a retry out; tells whether there was one. */
    boolean retry(long now) {
        payForTime(now);
        long before = balance.getAndUpdate(value -> value >= RETRY ? value - RETRY : value);
        return before >= RETRY;
    }

    /** Forgets what was saved for too long; to be called about once a second with the rate of requests. */
    void cap(double requestsPerSecond) {
        long limit = SAVED_SECONDS * (long) (perSecond + requestsPerSecond * percent);
        balance.updateAndGet(value -> Math.min(value, limit));
    }

    private void payForTime(long now) {
        long last = paidAt.get();
        long due = perSecond * Math.min(now - last, SAVED_SECONDS * NANOS) / NANOS;
        if (due > 0 && paidAt.compareAndSet(last, now)) {
            balance.addAndGet(due);
        }
    }
}
