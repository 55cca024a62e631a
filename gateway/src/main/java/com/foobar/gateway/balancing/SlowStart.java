package com.foobar.gateway.balancing;

/** Decides which of its turns a server in slow start takes. */
final class SlowStart {

    private SlowStart() {}

    /**
     * Returns whether the server takes its turn in this round. It takes the fraction {@code share} (0 to 1) of all
     * rounds, spread evenly.
     */
    static boolean admits(double share, long round) {
        return share >= 1 || Math.floor((round + 1) * share) > Math.floor(round * share);
    }
}
