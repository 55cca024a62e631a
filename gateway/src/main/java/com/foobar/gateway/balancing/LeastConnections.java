package com.foobar.gateway.balancing;

import java.util.concurrent.atomic.AtomicInteger;

/** Takes the candidate with the fewest requests in flight relative to its weight; equal candidates take turns. */
final class LeastConnections implements ChoicePolicy {

    private final AtomicInteger turns = new AtomicInteger();

    @Override
    public int choose(Candidate[] candidates, long key, long now) {
        int count = candidates.length;
        if (count == 0) {
            return NONE;
        }
        // Each search starts at another candidate; otherwise an idle pool would send every request to its first server.
        int first = Integer.remainderUnsigned(turns.getAndIncrement(), count);
        int best = first;
        double least = candidates[first].load(now);
        for (int step = 1; step < count; step++) {
            int index = (first + step) % count;
            double load = candidates[index].load(now);
            if (load < least) {
                best = index;
                least = load;
            }
        }
        return best;
    }
}
