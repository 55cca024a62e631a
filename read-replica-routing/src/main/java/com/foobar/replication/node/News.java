package com.foobar.replication.node;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Lets requests wait for what the next probes find. */
final class News {

    /** The longest pause between two probes of a node while somebody waits for what they find. */
    private static final Duration HURRIED = Duration.ofMillis(100);

    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private int waiting;

    News(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Waits until a condition holds.
     *
     * @param ask has the nodes asked at once. Only the first who waits does so: a failover has many requests wait at
     *            the same time, and the nodes are asked often enough for all of them.
     * @return whether the condition holds
     */
    boolean await(BooleanSupplier condition, Duration atMost, Runnable ask) {
        if (condition.getAsBoolean()) {
            return true;
        }
        long end = nanoTime.getAsLong() + atMost.toNanos();
        lock.lock();
        try {
            waiting++;
            if (waiting == 1) {
                ask.run();
            }
            while (!condition.getAsBoolean()) {
                long left = end - nanoTime.getAsLong();
                if (left <= 0) {
                    return false;
                }
                arrived.await(left, TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /** Wakes all who wait, so that each looks whether its condition holds now. */
    void arrived() {
        lock.lock();
        try {
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the pause before the next probe: the interval, or a shorter one while somebody waits. */
    Duration pause(Duration interval) {
        lock.lock();
        try {
            return waiting > 0 && interval.compareTo(HURRIED) > 0 ? HURRIED : interval;
        } finally {
            lock.unlock();
        }
    }
}
