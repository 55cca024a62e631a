package com.foobar.gateway.connection;

import java.util.concurrent.TimeUnit;

import com.foobar.gateway.settings.ClientProperties;

/**
 * Says whether a request's body comes too slowly. Only the time counts in which the gateway is ready to take more, so
 * that a client is not blamed for what a server or another request keeps waiting. Noted by one thread, and asked by
 * any.
 */
public final class BodyPace {

    private static final long NONE = 0;

    private final long longestPause;
    private final long grace;
    private final double nanosPerByte;
    private volatile long waitingSince;
    private volatile long waited;
    private volatile long came;

    public BodyPace(ClientProperties limits) {
        this.longestPause = limits.bodyTimeout().toNanos();
        this.grace = limits.bodyGrace().toNanos();
        this.nanosPerByte = (double) TimeUnit.SECONDS.toNanos(1) / limits.bodyMinRate().toBytes();
    }

    /** Notes that the gateway waits for more from here on, unless it does so already. */
    public void waits(long now) {
        if (waitingSince == NONE) {
            waitingSince = now;
        }
    }

    /** Notes that so many bytes came, and that the gateway does not wait until it says so again. */
    public void came(int bytes, long now) {
        long since = waitingSince;
        waitingSince = NONE;
        if (since != NONE) {
            long all = waited + now - since;
            waited = all;
        }
        long sum = came + bytes;
        came = sum;
    }

    /** Forgives the time since the gateway began to wait: the client could send nothing. */
    public void excuse(long now) {
        if (waitingSince != NONE) {
            waitingSince = now;
        }
    }

    /** Whether the client takes too long. */
    public boolean isTooSlow(long now) {
        long since = waitingSince;
        long pause = since == NONE ? 0 : now - since;
        return pause > longestPause || waited + pause > grace + came * nanosPerByte;
    }
}
