package com.foobar.gateway.balancing;

/** A server that a test describes. */
record TestCandidate(String name, int weight, int inFlight, double share) implements Candidate {

    TestCandidate(String name) {
        this(name, 1, 0, 1);
    }

    static TestCandidate weighted(String name, int weight) {
        return new TestCandidate(name, weight, 0, 1);
    }

    static TestCandidate busy(String name, int inFlight) {
        return new TestCandidate(name, 1, inFlight, 1);
    }

    static TestCandidate warming(String name, double share) {
        return new TestCandidate(name, 1, 0, share);
    }

    static Candidate[] pool(Candidate... candidates) {
        return candidates;
    }

    static Candidate[] pool(String... names) {
        Candidate[] candidates = new Candidate[names.length];
        for (int i = 0; i < names.length; i++) {
            candidates[i] = new TestCandidate(names[i]);
        }
        return candidates;
    }

    @Override
    public double share(long now) {
        return share;
    }
}
