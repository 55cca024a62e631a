package com.foobar.web.account.throttle;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many requests of one client do something at the same time in this instance. Further requests of the client
 * wait for a while.
 */
public final class AtOnce {

    private final Map<String, Integer> inside = new HashMap<>();
    private final int most;
    private final Duration patience;

    /**
     * Creates the limit.
     *
     * @param most maximum number of requests of each client
     * @param patience how long a request waits
     */
    public AtOnce(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /**
     * Enters, and waits if necessary. After true the caller must call {@link #leave}.
     *
     * @return false if there was no room in time or the thread was interrupted
     */
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

    /** Leaves, and so makes room for the next request of the client. */
    public synchronized void leave(String client) {
        inside.computeIfPresent(client, (_, number) -> number == 1 ? null : number - 1);
        notifyAll();
    }
}
