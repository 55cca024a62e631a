package com.foobar.gateway.balancing;

/** Chooses one of the servers that may get a request; safe for use by many threads without a lock. */
public interface ChoicePolicy {

    /** The answer where there is nothing to choose from. */
    int NONE = -1;

    /**
     * The index of the candidate that gets the request, or {@link #NONE} where there are none.
     *
     * @param candidates servers that may get the request; the same array as long as the set does not change
     * @param key what a policy with affinity keeps together, such as a hash of the client's address
     * @param now the time of the choice, in {@code nanoTime}'s terms
     */
    int choose(Candidate[] candidates, long key, long now);
}
