package com.foobar.gateway.balancing;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Gives each candidate as many turns as its weight says, spread evenly. The schedule of the turns is computed once for
 * each set of candidates, so that a choice needs no lock.
 */
final class WeightedRoundRobin implements ChoicePolicy {

    private static final class Plan {

        private final Candidate[] candidates;
        private final int[] schedule;

        Plan(Candidate[] candidates, int[] schedule) {
            this.candidates = candidates;
            this.schedule = schedule;
        }
    }

    private final AtomicInteger turns = new AtomicInteger();

    private volatile @Nullable Plan plan;

    @Override
    public int choose(Candidate[] candidates, long key, long now) {
        if (candidates.length == 0) {
            return NONE;
        }
        int[] schedule = scheduleFor(candidates);
        int turn = turns.getAndIncrement();
        int first = Integer.remainderUnsigned(turn, schedule.length);
        int round = Integer.divideUnsigned(turn, schedule.length);
        for (int step = 0; step < schedule.length; step++) {
            int index = schedule[(first + step) % schedule.length];
            if (candidates[index].takesTurn(round + first, now)) {
                return index;
            }
        }
        return schedule[first];
    }

    // The same array means the same candidates; comparing the elements would cost what the plan saves.
    @SuppressWarnings("ReferenceEquality")
    private int[] scheduleFor(Candidate[] candidates) {
        Plan known = plan;
        if (known != null && known.candidates == candidates) {
            return known.schedule;
        }
        int[] weights = new int[candidates.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = candidates[i].weight();
        }
        int[] schedule = SmoothSchedule.of(weights);
        plan = new Plan(candidates, schedule);
        return schedule;
    }
}
