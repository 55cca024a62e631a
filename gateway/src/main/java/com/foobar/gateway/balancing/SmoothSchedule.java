package com.foobar.gateway.balancing;

/**
 * One full cycle of smooth weighted round robin: the weights 5, 1, 1 give a a b a c a a, and not a a a a a b c.
 *
 * @see <a href="https://github.com/nginx/nginx/commit/52327e0627f49dbda1e8db695e63a4b0af4448b1">Nginx's commit that
 *      describes the algorithm</a>
 */
final class SmoothSchedule {

    private SmoothSchedule() {}

    /**
     * Returns the indexes of the weights in the order of their turns. Each index occurs as often as its weight, divided
     * by the greatest common divisor of all weights.
     */
    static int[] of(int[] weights) {
        int divisor = 0;
        int total = 0;
        for (int weight : weights) {
            divisor = greatestCommonDivisor(weight, divisor);
            total += weight;
        }
        int[] schedule = new int[total / divisor];
        int[] current = new int[weights.length];
        for (int turn = 0; turn < schedule.length; turn++) {
            int best = 0;
            for (int i = 0; i < weights.length; i++) {
                current[i] += weights[i];
                if (current[i] > current[best]) {
                    best = i;
                }
            }
            current[best] -= total;
            schedule[turn] = best;
        }
        return schedule;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
