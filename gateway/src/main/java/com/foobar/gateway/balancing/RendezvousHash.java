package com.foobar.gateway.balancing;

/**
 * Takes the candidate with the highest score for the client, so that the loss of one server moves only the clients of
 * that server.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Rendezvous_hashing">Rendezvous hashing, here with weights</a>
 */
final class RendezvousHash implements ChoicePolicy {

    @Override
    public int choose(Candidate[] candidates, long key, long now) {
        int best = NONE;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < candidates.length; i++) {
            double score = score(candidates[i], key, now);
            if (score > highest) {
                best = i;
                highest = score;
            }
        }
        return best;
    }

    private static double score(Candidate candidate, long key, long now) {
        long hash = mix(key ^ mix(candidate.name().hashCode()));
        // Makes the upper 52 bits a number above 0 and below 1, where the logarithm is negative and finite. A double
        // cannot hold the sum exactly for 53 bits, and would make the largest hash 1.
        double uniform = ((hash >>> 12) + 0.5) * 0x1.0p-52;
        return -candidate.effectiveWeight(now) / Math.log(uniform);
    }

    /** Mixes the bits as SplitMix64 does: each bit of the input changes about half of the bits of the output. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
