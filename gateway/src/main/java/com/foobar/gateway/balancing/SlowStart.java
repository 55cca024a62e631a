package com.foobar.gateway.balancing;

/** Thins out the turns of a server that is in slow start. */
final class SlowStart {

    private SlowStart() {}

    /** Whether the server takes its turn in this round: {@code share} of all rounds, evenly spread. */
    static boolean admits(double share, long round) {
        return share >= 1 || Math.floor((round + 1) * share) > Math.floor(round * share);
    }
}
