package com.foobar.gateway.balancing;

/** Computes how busy a server would be with one more request, relative to its weight. */
final class Load {

    private Load() {}

    static double of(Candidate candidate, long now) {
        return (candidate.inFlight() + 1) / candidate.effectiveWeight(now);
    }
}
