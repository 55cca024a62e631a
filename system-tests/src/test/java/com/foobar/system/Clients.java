package com.foobar.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Clients that take one turn after the other, each in a thread of its own, until {@link #close()}. */
final class Clients implements AutoCloseable {

    private final List<Thread> threads = new ArrayList<>();

    private final Queue<Throwable> ended = new ConcurrentLinkedQueue<>();

    private volatile boolean stopped;

    /**
     * Starts a client.
     *
     * @param pause the time between two turns
     * @param turn takes the number of the turn, from 1
     */
    void start(Duration pause, IntConsumer turn) {
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                for (int number = 1; !stopped; number++) {
                    turn.accept(number);
                    LockSupport.parkNanos(pause.toNanos());
                }
            } catch (RuntimeException | Error cause) {
                ended.add(cause);
            }
        }));
    }

    /** Waits until each client has ended its turn; throws if a client ended before. */
    @Override
    public void close() {
        stopped = true;
        for (Thread client : threads) {
            try {
                client.join();
            } catch (InterruptedException cause) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(cause);
            }
        }
        if (!ended.isEmpty()) {
            throw new IllegalStateException("A client ended before it should", ended.peek());
        }
    }
}
