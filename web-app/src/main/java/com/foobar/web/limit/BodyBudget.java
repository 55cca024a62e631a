package com.foobar.web.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.util.unit.DataSize;

/**
 * Shares a fixed amount of memory among request bodies. Each request reserves the largest size that its body may have,
 * and no client reserves more than its share.
 */
final class BodyBudget {

    /** Size of the largest body, in bytes. A body of unknown length reserves this size. */
    static final long LARGEST = DataSize.ofMegabytes(1).toBytes();

    /** Result of {@link #take}: all memory is reserved. */
    static final long NONE_LEFT = 0;

    /** Result of {@link #take}: the client has reserved its share. */
    static final long OVER_SHARE = -1;

    /** Number of bytes that even the shortest body reserves. */
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

    /**
     * Reserves memory for a body, and waits for it if necessary. The caller must give it back.
     *
     * @param length length of the body in bytes; negative if unknown
     * @return the reserved number of bytes; or, if there was no memory in time, {@link #OVER_SHARE} or
     *         {@link #NONE_LEFT}
     */
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
