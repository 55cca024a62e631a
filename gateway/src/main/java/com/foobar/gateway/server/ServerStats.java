package com.foobar.gateway.server;

import java.util.concurrent.atomic.LongAdder;

/** Counts a server's requests since the server joined the pool, and measures its present rate and latency. */
public final class ServerStats {

    private final LongAdder requests = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder ejections = new LongAdder();
    private final LatencyWindow latencies = new LatencyWindow();

    private volatile double rate;
    private long counted;
    private long countedAt;
    private int ticks;

    /**
     * Counts a request that the server responded to, even if the response broke off.
     *
     * @param nanos the time from the arrival of the request at the gateway to the end of the response, in nanoseconds;
     *            for a WebSocket, to the end of the handshake
     */
    public void responded(long nanos) {
        requests.increment();
        latencies.record(nanos);
    }

    /**
     * Counts a request that the server failed: no connection, no response, a response that broke off, or a status for
     * which {@link Failures#isOfServer} holds.
     */
    public void failed() {
        errors.increment();
    }

    /** Counts a request that this server failed and that is retried on another server. */
    public void retried() {
        retries.increment();
    }

    void ejected() {
        ejections.increment();
    }

    /**
     * Computes the rate, and forgets old latencies. Must be called about once a second, by one thread.
     *
     * @param now the present time, as {@link System#nanoTime()} returns it
     */
    void tick(long now) {
        long total = requests.sum();
        if (countedAt != 0 && now > countedAt) {
            rate = (total - counted) * 1e9 / (now - countedAt);
        }
        counted = total;
        countedAt = now;
        if (++ticks % 10 == 0) {
            latencies.rotate();
        }
    }

    /** Returns the number of requests that the server responded to. */
    public long requests() {
        return requests.sum();
    }

    /** Returns the number of requests that the server failed. */
    public long errors() {
        return errors.sum();
    }

    /** Returns the number of requests that the server failed and that were retried on another server. */
    public long retries() {
        return retries.sum();
    }

    /** Returns how many times the server was ejected. */
    public long ejections() {
        return ejections.sum();
    }

    /** Returns the rate of the last second: requests per second that the server responded to. */
    public double rate() {
        return rate;
    }

    /**
     * Returns a latency quantile of the last ten to twenty seconds.
     *
     * @param q from 0 to 1; 0.5 for the median
     * @return microseconds, exact to within 13 percent; 0 if there were no requests
     */
    public long quantileMicros(double q) {
        return latencies.quantileMicros(q);
    }
}
