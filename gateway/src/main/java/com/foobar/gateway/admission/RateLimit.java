package com.foobar.gateway.admission;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Limits the request rate of each client with the generic cell rate algorithm: a leaky bucket that stores only the time
 * at which it will be empty. A table of fixed size keeps two numbers for each client.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm">Generic cell rate algorithm</a>
 */
public final class RateLimit {

    /**
     * How many places of the table a client may take; if all are taken, the client quiet for longest loses its place.
     */
    private static final int WAYS = 4;

    private final long interval;
    private final long tolerance;
    private final int sets;
    private final AtomicLongArray clients;
    private final AtomicLongArray emptyAt;

    RateLimit(RateLimitProperties properties) {
        this.interval = properties.requestsPerSecond() == 0 ? 0 : 1_000_000_000L / properties.requestsPerSecond();
        this.tolerance = interval * (properties.burst() - 1);
        this.sets = Integer.highestOneBit(properties.clients() / WAYS);
        this.clients = new AtomicLongArray(sets * WAYS);
        this.emptyAt = new AtomicLongArray(sets * WAYS);
    }

    /**
     * Returns how many nanoseconds the client must wait before its request may pass: 0 if the request may pass now.
     * Only a request that may pass is counted.
     *
     * @param client the client's key, from {@code RequestContext.clientKey()}
     * @param now the time, from {@code System.nanoTime()}
     */
    public long waitFor(long client, long now) {
        if (interval == 0) {
            return 0;
        }
        int place = place(client, now);
        while (true) {
            long empty = emptyAt.get(place);
            long from = clients.get(place) != client || empty - now < 0 ? now : empty;
            if (from - now > tolerance) {
                return from - now - tolerance;
            }
            if (emptyAt.compareAndSet(place, empty, from + interval)) {
                return 0;
            }
        }
    }

    private int place(long client, long now) {
        int first = (int) (mix(client) & (sets - 1)) * WAYS;
        int quietest = first;
        for (int i = first; i < first + WAYS; i++) {
            if (clients.get(i) == client) {
                return i;
            }
            if (emptyAt.get(i) - emptyAt.get(quietest) < 0) {
                quietest = i;
            }
        }
        clients.set(quietest, client);
        emptyAt.set(quietest, now);
        return quietest;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        return z ^ (z >>> 33);
    }
}
