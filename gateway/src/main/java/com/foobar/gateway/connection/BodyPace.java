package com.foobar.gateway.connection;

import java.util.concurrent.TimeUnit;

import com.foobar.gateway.settings.ClientProperties;

/**
 * Measures whether a request's body arrives too slowly. Only the time counts during which the gateway is ready to read
 * more, so that no client is blamed for a wait that a server or another request causes. One thread calls {@code waits}
 * and {@code came}; the thread that checks for slow clients calls {@code excuse}; any thread may call
 * {@code isTooSlow}. All times are from {@code System.nanoTime()}.
 */
public final class BodyPace {

    private static final long NONE = 0;

    private final long longestPause;
    private final long grace;
    private final double nanosPerByte;
    private volatile long waitingSince;
    private volatile long waited;
    private volatile long came;

    /**
     * Creates the measurement of one body.
     *
     * @param limits the longest pause, the grace time and the lowest rate of a body
     */
    public BodyPace(ClientProperties limits) {
        this.longestPause = limits.bodyTimeout().toNanos();
        this.grace = limits.bodyGrace().toNanos();
        this.nanosPerByte = (double) TimeUnit.SECONDS.toNanos(1) / limits.bodyMinRate().toBytes();
    }

    /** Notes that the gateway waits for more bytes from now on; has no effect if it is waiting already. */
    public void waits(long now) {
        if (waitingSince == NONE) {
            waitingSince = now;
        }
    }

    /** Notes that bytes arrived, and that the gateway does not wait until the next call of {@code waits}. */
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

    /** Does not count the wait so far, because the client was not able to send. */
    public void excuse(long now) {
        if (waitingSince != NONE) {
            waitingSince = now;
        }
    }

    /** Returns whether the client pauses for too long, or sends too slowly on average. */
    public boolean isTooSlow(long now) {
        long since = waitingSince;
        long pause = since == NONE ? 0 : now - since;
        return pause > longestPause || waited + pause > grace + came * nanosPerByte;
    }
}
