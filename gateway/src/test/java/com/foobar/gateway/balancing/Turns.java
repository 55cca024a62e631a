package com.foobar.gateway.balancing;

/** Counts how often each candidate is chosen. */
final class Turns {

    private Turns() {}

    static int[] of(ChoicePolicy policy, Candidate[] candidates, int requests) {
        int[] turns = new int[candidates.length];
        for (int key = 0; key < requests; key++) {
            turns[policy.choose(candidates, key, 0)]++;
        }
        return turns;
    }
}
