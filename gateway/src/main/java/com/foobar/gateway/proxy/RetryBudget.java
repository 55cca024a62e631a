package com.foobar.gateway.proxy;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Caps the load that retries add. Each request pays a part of a retry into the budget, each retry takes one retry out,
 * and the savings are limited. So servers that fail every request do not get a multiple of their load.
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
     * Creates a budget with the retries of one second.
     *
     * @param percent the part of a retry that each request pays in, in percent
     * @param minPerSecond the number of retries that each second pays in
     * @param now the time, from {@code System.nanoTime()}
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

    /** Takes a retry out of the budget; returns false if there is none left. */
    boolean retry(long now) {
        payForTime(now);
        long before = balance.getAndUpdate(value -> value >= RETRY ? value - RETRY : value);
        return before >= RETRY;
    }

    /**
     * Limits the savings to the retries that ten seconds pay in; must be called about once a second.
     *
     * @param requestsPerSecond the present rate of requests
     */
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
