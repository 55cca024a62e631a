package com.foobar.gateway.server;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The latencies of the last ten to twenty seconds, in buckets: eight of equal width from each power of two to the next.
 * A bucket's upper bound is at most an eighth above its lower bound, so a quantile is exact to within 13 percent.
 */
final class LatencyWindow {

    private static final int STEPS = 8;
    private static final int BUCKETS = 32 * STEPS;

    private volatile AtomicIntegerArray[] halves = { new AtomicIntegerArray(BUCKETS), new AtomicIntegerArray(BUCKETS) };

    void record(long nanos) {
        halves[0].incrementAndGet(bucket(nanos / 1_000));
    }

    /** Forgets the older half; must be called every ten seconds. */
    void rotate() {
        halves = new AtomicIntegerArray[]{ new AtomicIntegerArray(BUCKETS), halves[0] };
    }

    /**
     * Returns the latency quantile {@code q} (0 to 1; 0.5 for the median) in microseconds, or 0 if there were no
     * requests.
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
