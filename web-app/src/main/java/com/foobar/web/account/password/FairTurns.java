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
 * Lets a few in at once and has the others wait, each client in a lane of its own. The lanes are served in turn, so
 * that a client with many requests waits for itself and not the others for it.
 */
final class FairTurns {

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();

    /** The lanes in which somebody waits, the one whose turn it is first. */
    private final Map<String, Deque<Waiter>> lanes = new LinkedHashMap<>();
    private final int mostInLane;
    private final int mostInAll;
    private int free;
    private int waiting;

    /**
     * Nobody waits yet.
     *
     * @param atOnce how many are let in at once
     * @param mostInLane how many of one client may wait
     * @param mostInAll how many may wait; one more takes the place of the last in the longest lane
     */
    FairTurns(int atOnce, int mostInLane, int mostInAll) {
        this.free = atOnce;
        this.mostInLane = mostInLane;
        this.mostInAll = mostInAll;
    }

    /** What becomes of somebody who waits. */
    private enum Fate {
        OPEN, LET_IN, DISPLACED
    }

    /** Somebody who waits. */
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
     * Returns when the caller is let in, who then must {@link #leave}.
     *
     * @throws TooManyAttemptsException where the client's own requests are the reason that the turn did not come in
     *             time
     * @throws PasswordsBusyException where those of others are
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

    /** Makes room for the next one. */
    void leave() {
        lock.lock();
        try {
            letNextIn();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
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

    /** Without a lane that is longer by two, those who wait are as many clients as there is room for. */
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
