package com.foobar.gateway.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * The requests that one server failed in the last seconds, each with the number of requests that the server had
 * answered well by then: so a good request costs no more than a count.
 */
final class FailureWindow {

    /** Enough to tell a rate, whatever the load. */
    private static final int MOST = 100;

    /**
     * A failure as it counts.
     *
     * @param at when it happened, in {@code nanoTime}'s terms
     * @param successes the requests that the server had answered well until then
     * @param network the client's network
     * @param confirmed whether another server answered the same request well
     */
    private record Failure(long at, long successes, long network, boolean confirmed) {}

    /**
     * What the window says of a server.
     *
     * @param failures the failures among its last requests
     * @param networks the networks of clients from which the confirmed ones of these failures came
     * @param rate the part of all requests in the window that failed, from 0 to 1
     */
    record Score(int failures, int networks, double rate) {}

    private final long length;
    private final int lastRequests;
    private final Deque<Failure> failures = new ArrayDeque<>();

    FailureWindow(EjectionProperties properties) {
        this.length = properties.window().toNanos();
        this.lastRequests = properties.minRequests();
    }

    synchronized void add(long now, long successes, long network, boolean confirmed) {
        forget(now);
        if (failures.size() == MOST) {
            failures.removeFirst();
        }
        failures.addLast(new Failure(now, successes, network, confirmed));
    }

    synchronized void clear() {
        failures.clear();
    }

    /** @param successes the requests that the server has answered well until now */
    synchronized Score score(long now, long successes) {
        forget(now);
        int recent = 0;
        Set<Long> networks = new HashSet<>();
        for (Iterator<Failure> newestFirst = failures.descendingIterator(); newestFirst.hasNext();) {
            Failure failure = newestFirst.next();
            if (recent + 1 + successes - failure.successes() > lastRequests) {
                break;
            }
            recent++;
            if (failure.confirmed()) {
                networks.add(failure.network());
            }
        }
        return new Score(recent, networks.size(), rate(successes));
    }

    /** Requests that a server has not had yet count as good, so that its first failure is no rate of 1. */
    private double rate(long successes) {
        if (failures.isEmpty()) {
            return 0;
        }
        long requests = failures.size() + successes - failures.getFirst().successes();
        return (double) failures.size() / Math.max(requests, lastRequests);
    }

    private void forget(long now) {
        while (!failures.isEmpty() && now - failures.getFirst().at() > length) {
            failures.removeFirst();
        }
    }
}
