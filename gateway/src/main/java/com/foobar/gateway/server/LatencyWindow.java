package com.foobar.gateway.server;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The latencies of the last ten to twenty seconds, in buckets of which each is an eighth wider than the one before, so
 * that a quantile is right to within 13 percent.
 */
final class LatencyWindow {

    private static final int STEPS = 8;
    private static final int BUCKETS = 32 * STEPS;

    private volatile AtomicIntegerArray[] halves = { new AtomicIntegerArray(BUCKETS), new AtomicIntegerArray(BUCKETS) };

    void record(long nanos) {
        halves[0].incrementAndGet(bucket(nanos / 1_000));
    }

    /** Forgets the older half; to be called every ten seconds. */
    void rotate() {
        halves = new AtomicIntegerArray[]{ new AtomicIntegerArray(BUCKETS), halves[0] };
    }

    /**
     * The latency in microseconds below which the part {@code q} (0 to 1) of all requests were; 0 where there were
     * none.
     */
    long quantileMicros(double q) {
        AtomicIntegerArray[] both = halves;
        long total = 0;
        for (int i = 0; i < BUCKETS; i++) {
            total += both[0].get(i) + both[1].get(i);
        }
        long rank = (long) Math.ceil(total * q);
        for (int i = 0; i < BUCKETS && total > 0; i++) {
            rank -= both[0].get(i) + both[1].get(i);
            if (rank <= 0) {
                return upperBound(i);
            }
        }
        return 0;
    }

    private static int bucket(long micros) {
        if (micros < STEPS) {
            return (int) Math.max(0, micros);
        }
        int exponent = 63 - Long.numberOfLeadingZeros(micros);
        int step = (int) (micros >>> (exponent - 3)) & (STEPS - 1);
        return Math.min(BUCKETS - 1, (exponent - 2) * STEPS + step);
    }

    private static long upperBound(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        int exponent = bucket / STEPS + 2;
        return (1L << exponent) + ((bucket % STEPS + 1L) << (exponent - 3));
    }
}
