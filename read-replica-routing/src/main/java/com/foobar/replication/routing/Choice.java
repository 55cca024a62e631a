package com.foobar.replication.routing;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Picks one of several nodes that are all eligible. */
final class Choice {

    /**
     * A node that may be picked.
     *
     * @param hasPosition whether the node is known to have reached the position that the reader must see
     * @param load how many connections of the node are in use
     */
    record Candidate<T>(T node, boolean hasPosition, int load) {}

    private Choice() {}

    /**
     * Returns the candidate to try next: first a node on which the reader need not wait, then the node with the fewest
     * connections in use; null if there is no candidate.
     *
     * @param turn any number that differs from call to call; it decides between equal candidates
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
