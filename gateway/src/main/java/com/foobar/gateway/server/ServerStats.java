package com.foobar.gateway.server;

import java.util.concurrent.atomic.LongAdder;

/** What a server has done since the gateway started, and how fast it is now. */
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

    /** Counts a request that the server answered, with the time to the end of its answer. */
    public void answered(long nanos) {
        requests.increment();
        latencies.record(nanos);
    }

    /** Counts a request that failed: no answer, or one of 5xx. */
    public void failed() {
        errors.increment();
    }

    /** Counts a request that another server got after this one had failed it. */
    public void retried() {
        retries.increment();
    }

    void ejected() {
        ejections.increment();
    }

    /** Works out the rate; to be called about once a second, by one thread. */
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

    /** Requests answered. */
    public long requests() {
        return requests.sum();
    }

    /** Requests failed. */
    public long errors() {
        return errors.sum();
    }

    /** Requests that went on to another server. */
    public long retries() {
        return retries.sum();
    }

    /** Times that the server was ejected. */
    public long ejections() {
        return ejections.sum();
    }

    /** Requests answered a second, over the last second. */
    public double rate() {
        return rate;
    }

    /** The latency in microseconds below which the part {@code q} (0 to 1) of the last seconds' requests were. */
    public long quantileMicros(double q) {
        return latencies.quantileMicros(q);
    }
}
