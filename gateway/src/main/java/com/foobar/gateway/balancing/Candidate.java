package com.foobar.gateway.balancing;

/** What a choice policy may know of a server. */
public interface Candidate {

    /** The name that tells this server from the others. */
    String name();

    /** The share of traffic relative to other servers, 1 to 256. */
    int weight();

    /** The number of requests that this server is working on. */
    int inFlight();

    /**
     * The part of its weight that a server in slow start gets, above 0 to 1; {@code now} is in {@code nanoTime}'s
     * terms.
     */
    double share(long now);

    /** The weight that counts at {@code now}. */
    default double effectiveWeight(long now) {
        return weight() * share(now);
    }
}
