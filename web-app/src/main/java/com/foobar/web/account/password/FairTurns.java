package com.foobar.web.account.password;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import com.foobar.web.account.throttle.TooManyAttemptsException;

/**
 * Lets a few requests in at the same time and makes the others wait, in one queue ("lane") for each client. The lanes
 * are served in turn, so that a client with many requests delays its own requests, not those of other clients.
 */
final class FairTurns {

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();

    /** The lanes in which requests wait, in the order of their turns. */
    private final Map<String, Deque<Waiter>> lanes = new LinkedHashMap<>();
    private final int mostInLane;
    private final int mostInAll;
    private int free;
    private int waiting;

    /**
     * Creates the lanes; no request waits yet.
     *
     * @param atOnce how many requests are let in at the same time
     * @param mostInLane how many requests of one client may wait
     * @param mostInAll how many requests may wait in all; one more request displaces the last request of the longest
     *            lane
     */
    FairTurns(int atOnce, int mostInLane, int mostInAll) {
        this.free = atOnce;
        this.mostInLane = mostInLane;
        this.mostInAll = mostInAll;
    }

    /** What happens to a waiting request. */
    private enum Fate {
        OPEN, LET_IN, DISPLACED
    }

    /** A waiting request. */
    private static final class Waiter {

        private final Condition decided;
        private Fate fate = Fate.OPEN;

        Waiter(Condition decided) {
            this.decided = decided;
        }

        void decide(Fate decision) {
            fate = decision;
            decided.signal();
        }
    }

    /**
     * Waits until the request is let in. After a normal return the caller must call {@link #leave}.
     *
     * @param lane name of the client's lane
     * @param patience how long the request waits at most
     * @throws TooManyAttemptsException if the client's own requests are the reason why the turn did not come in time
     * @throws PasswordsBusyException if requests of other clients are the reason
     */
    void enter(String lane, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (free > 0) {
                free--;
                return;
            }
            await(lane, join(lane), patience);
        } finally {
            lock.unlock();
        }
    }

    /** Leaves, and so lets the next request in. */
    void leave() {
        lock.lock();
        try {
            letNextIn();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many requests wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    private Waiter join(String lane) {
        int before = length(lane);
        if (before >= mostInLane) {
            throw new TooManyAttemptsException(AGAIN);
        }
        if (waiting >= mostInAll) {
            displaceFromLongestThan(before);
        }
        Waiter waiter = new Waiter(lock.newCondition());
        lanes.computeIfAbsent(lane, _ -> new ArrayDeque<>()).addLast(waiter);
        waiting++;
        return waiter;
    }

    private int length(String lane) {
        Deque<Waiter> waiters = lanes.get(lane);
        return waiters == null ? 0 : waiters.size();
    }

    /**
     * Displaces the last request of the longest lane, to make room for a request in a lane of the given length. The
     * longest lane must be longer by at least two; otherwise the lanes share the room fairly, and the new request is
     * refused.
     */
    private void displaceFromLongestThan(int length) {
        Map.Entry<String, Deque<Waiter>> longest = lanes.entrySet().stream()
                .filter(lane -> lane.getValue().size() > length + 1)
                .max(Comparator.comparingInt(lane -> lane.getValue().size()))
                .orElseThrow(PasswordsBusyException::new);
        Waiter last = longest.getValue().getLast();
        remove(longest.getKey(), last);
        last.decide(Fate.DISPLACED);
    }

    private void await(String lane, Waiter waiter, Duration patience) throws InterruptedException {
        try {
            long left = patience.toNanos();
            while (waiter.fate == Fate.OPEN && left > 0) {
                left = waiter.decided.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            abandon(lane, waiter);
            throw e;
        }
        if (waiter.fate == Fate.OPEN) {
            boolean waitedForOwn = !isFirst(lane, waiter);
            remove(lane, waiter);
            throw waitedForOwn ? new TooManyAttemptsException(AGAIN) : new PasswordsBusyException();
        }
        if (waiter.fate == Fate.DISPLACED) {
            throw new TooManyAttemptsException(AGAIN);
        }
    }

    private boolean isFirst(String lane, Waiter waiter) {
        Deque<Waiter> waiters = lanes.get(lane);
        return waiters != null && waiters.peekFirst() == waiter;
    }

    private void abandon(String lane, Waiter waiter) {
        if (waiter.fate == Fate.OPEN) {
            remove(lane, waiter);
        } else if (waiter.fate == Fate.LET_IN) {
            letNextIn();
        }
    }

    private void remove(String lane, Waiter waiter) {
        Deque<Waiter> waiters = lanes.get(lane);
        if (waiters != null && waiters.remove(waiter)) {
            waiting--;
            if (waiters.isEmpty()) {
                lanes.remove(lane);
            }
        }
    }

    private void letNextIn() {
        Map.Entry<String, Deque<Waiter>> next = lanes.entrySet().stream().findFirst().orElse(null);
        if (next == null) {
            free++;
            return;
        }
        Deque<Waiter> waiters = next.getValue();
        lanes.remove(next.getKey());
        Waiter first = waiters.removeFirst();
        waiting--;
        if (!waiters.isEmpty()) {
            lanes.put(next.getKey(), waiters);
        }
        first.decide(Fate.LET_IN);
    }
}
