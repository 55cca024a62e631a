package com.foobar.gateway.balancing;

/** How busy a server would be with one more request, for its weight. */
final class Load {

    private Load() {}

    static double of(Candidate candidate, long now) {
        return (candidate.inFlight() + 1) / candidate.effectiveWeight(now);
    }
}
