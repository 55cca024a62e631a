package com.foobar.gateway.balancing;

/**
 * Takes the candidate with the highest score for the client, so that the loss of one server moves only the clients of
 * that server.
 *
 * @see <a href=
 *      "https://www.snia.org/sites/default/files/SDC15_presentations/dist_sys/Jason_Resch_New_Consistent_Hashings_Rev.pdf">Resch:
 *      New hashing algorithms for data storage (weighted rendezvous hashing)</a>
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
        // Makes the upper 53 bits a number between 0 and 1, where the logarithm is negative.
        double uniform = ((hash >>> 11) + 0.5) * 0x1.0p-53;
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
