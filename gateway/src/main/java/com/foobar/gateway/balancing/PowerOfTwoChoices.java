package com.foobar.gateway.balancing;

import java.util.function.IntUnaryOperator;

/**
 * Picks two different candidates at random, and takes the less busy of these two.
 *
 * @see <a href="https://www.eecs.harvard.edu/~michaelm/postscripts/handbook2001.pdf">Mitzenmacher, Richa, Sitaraman:
 *      The power of two random choices</a>
 */
final class PowerOfTwoChoices implements ChoicePolicy {

    private final IntUnaryOperator random;

    /** @param random returns a random number from 0 (included) to its argument (excluded), each equally likely */
    PowerOfTwoChoices(IntUnaryOperator random) {
        this.random = random;
    }

    @Override
    public int choose(Candidate[] candidates, long key, long now) {
        int count = candidates.length;
        if (count < 2) {
            return count - 1;
        }
        int first = random.applyAsInt(count);
        int second = random.applyAsInt(count - 1);
        if (second >= first) {
            second++;
        }
        return candidates[second].load(now) < candidates[first].load(now) ? second : first;
    }
}
