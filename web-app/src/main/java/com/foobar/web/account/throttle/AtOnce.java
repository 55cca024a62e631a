package com.foobar.web.account.throttle;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lets only so many requests of one client do something at the same time in this instance; the others wait for a while.
 */
public final class AtOnce {

    private final Map<String, Integer> inside = new HashMap<>();
    private final int most;
    private final Duration patience;

    /** A place where there is room for so many of each client. */
    public AtOnce(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /** Whether there was room in time; who came in must leave. */
    public synchronized boolean enter(String client) {
        long end = System.nanoTime() + patience.toNanos();
        while (inside.getOrDefault(client, 0) >= most) {
            long left = end - System.nanoTime();
            if (left <= 0 || !waited(left)) {
                return false;
            }
        }
        inside.merge(client, 1, Integer::sum);
        return true;
    }

    private boolean waited(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Makes room for the next. */
    public synchronized void leave(String client) {
        inside.computeIfPresent(client, (_, number) -> number == 1 ? null : number - 1);
        notifyAll();
    }
}
