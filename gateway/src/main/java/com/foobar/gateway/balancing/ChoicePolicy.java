package com.foobar.gateway.balancing;

/** Chooses one of the eligible servers for a request. Many threads may use a policy at the same time. */
public interface ChoicePolicy {

    /** The result of a choice if there are no candidates. */
    int NONE = -1;

    /**
     * Returns the index of the candidate that gets the request, or {@link #NONE} if there are no candidates.
     *
     * @param candidates the servers that may get the request; the same array as long as the set does not change
     * @param key stands for the client: a policy with affinity chooses the same server for the same key
     * @param now the present time, as {@link System#nanoTime()} returns it
     */
    int choose(Candidate[] candidates, long key, long now);
}
