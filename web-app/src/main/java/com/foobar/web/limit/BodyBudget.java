package com.foobar.web.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.util.unit.DataSize;

/** Shares memory out to bodies: each asks for all that it may become, and no client gets more than its share. */
final class BodyBudget {

    /** The largest body; one whose length is not known may become as large. */
    static final long LARGEST = DataSize.ofMegabytes(1).toBytes();

    /** Instead of a part: there is none left for anybody. */
    static final long NONE_LEFT = 0;

    /** Instead of a part: the client has its share. */
    static final long OVER_SHARE = -1;

    /** What even a short body takes. */
    private static final long SMALLEST = 1024;

    private final long share;
    private final Duration wait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition givenBack = lock.newCondition();
    private final Map<String, Long> taken = new HashMap<>();
    private long free;

    BodyBudget(DataSize size, DataSize share, Duration wait) {
        this.free = size.toBytes();
        this.share = share.toBytes();
        this.wait = wait;
    }

    /** A body's part, to be given back, or the reason why there was none to have in time. */
    long take(String client, long length) throws InterruptedException {
        long part = Math.max(SMALLEST, length < 0 ? LARGEST : Math.min(length, LARGEST));
        long left = wait.toNanos();
        lock.lock();
        try {
            while (part > free || isOverShare(client, part)) {
                if (left <= 0) {
                    return isOverShare(client, part) ? OVER_SHARE : NONE_LEFT;
                }
                left = givenBack.awaitNanos(left);
            }
            free -= part;
            taken.merge(client, part, Long::sum);
            return part;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOverShare(String client, long part) {
        return part + taken.getOrDefault(client, 0L) > share;
    }

    void giveBack(String client, long part) {
        lock.lock();
        try {
            free += part;
            taken.computeIfPresent(client, (_, parts) -> parts == part ? null : parts - part);
            givenBack.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
