package com.foobar.gateway.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * The requests that one server failed in the last seconds. Each failure is kept with the server's number of successful
 * requests at that time, so a successful request costs no more than incrementing a counter.
 */
final class FailureWindow {

    /** So many failures are enough to compute a rate, however many requests there are. */
    private static final int MOST = 100;

    /**
     * A failed request.
     *
     * @param at when the request failed, as {@link System#nanoTime()} returns it
     * @param successes the server's number of successful requests at that time
     * @param network a number that stands for the client's network
     * @param confirmed whether another server handled the same request well
     */
    private record Failure(long at, long successes, long network, boolean confirmed) {}

    /**
     * What the window says about a server.
     *
     * @param failures how many of the server's last {@code min-requests} requests failed
     * @param networks the number of different client networks from which the confirmed failures among these came
     * @param rate the share of failed requests among all requests in the window, from 0 to 1
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

    /** @param successes the server's number of successful requests until now */
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

    /** Counts requests that the server has not had yet as successful, so that one failure alone is not a rate of 1. */
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
