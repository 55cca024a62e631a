package com.foobar.gateway.server;

import java.util.List;

import com.foobar.gateway.server.FailureWindow.Score;

/**
 * Judges a server by comparison: it must have failed a large part of its last requests, and at least twice the part
 * that the other servers failed.
 *
 * @see <a href="https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/outlier">Envoy's outlier
 *      detection</a>
 */
final class OutlierDetection {

    /** What a server's failures say of it. */
    enum Verdict {

        /** No more than those of other servers. */
        WELL,

        /** It fails more than other servers, but a few clients may have brought that about. */
        SUSPECT,

        /** It fails requests of many clients that other servers answer well. */
        OUTLIER
    }

    private final int limit;

    OutlierDetection(EjectionProperties properties) {
        this.limit = Math.ceilDiv(properties.minRequests() * properties.failureRate(), 100);
    }

    /**
     * @param own the score of the server
     * @param others the scores of the other servers that get requests; where there are none, nothing can be compared
     */
    Verdict judge(Score own, List<Score> others) {
        double usual = others.stream().mapToDouble(Score::rate).average().orElse(1);
        if (own.failures() < limit || own.rate() < 2 * usual) {
            return Verdict.WELL;
        }
        return own.networks() < limit ? Verdict.SUSPECT : Verdict.OUTLIER;
    }
}
