package com.foobar.replication.routing;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Picks one of several nodes that would do. */
final class Choice {

    /**
     * A node that may be picked.
     *
     * @param hasPosition whether it is known to have what the reader must see
     * @param load how many of its connections are in use
     */
    record Candidate<T>(T node, boolean hasPosition, int load) {}

    private Choice() {}

    /**
     * One that need not wait rather than one that must, then the least loaded; null where there is none.
     *
     * @param turn any number that differs from call to call, which decides among equals
     */
    static <T> @Nullable Candidate<T> leastLoaded(List<Candidate<T>> candidates, int turn) {
        if (candidates.isEmpty()) {
            return null;
        }
        Comparator<Candidate<T>> order = Comparator.comparing((Candidate<T> candidate) -> !candidate.hasPosition())
                .thenComparingInt(Candidate::load);
        Candidate<T> best = candidates.stream().min(order).orElseThrow();
        List<Candidate<T>> equals = candidates.stream().filter(candidate -> order.compare(candidate, best) == 0)
                .toList();
        return equals.get(Math.floorMod(turn, equals.size()));
    }
}
