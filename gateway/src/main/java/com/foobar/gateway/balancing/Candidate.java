package com.foobar.gateway.balancing;

/** What a choice policy knows about a server. */
public interface Candidate {

    /** Returns the server's name, which is unique in the pool. */
    String name();

    /** Returns the share of traffic relative to other servers, from 1 to 256. */
    int weight();

    /** Returns the number of requests in flight to this server. */
    int inFlight();

    /**
     * Returns the fraction of its weight that the server gets at this time: above 0 and below 1 during slow start,
     * otherwise 1.
     *
     * @param now the present time, as {@link System#nanoTime()} returns it
     */
    double share(long now);

    /** Returns the weight that counts at this time: {@link #weight()} times {@link #share(long)}. */
    default double effectiveWeight(long now) {
        return weight() * share(now);
    }

    /** Returns how busy the server would be with one more request, relative to the weight that counts at this time. */
    default double load(long now) {
        return (inFlight() + 1) / effectiveWeight(now);
    }

    /**
     * Returns whether the server takes its turn in this round. It takes the fraction {@link #share(long)} of all
     * rounds, spread evenly.
     */
    default boolean takesTurn(long round, long now) {
        double share = share(now);
        return share >= 1 || Math.floor((round + 1) * share) > Math.floor(round * share);
    }
}
