package com.foobar.gateway.server;

import java.util.List;

import com.foobar.gateway.server.FailureWindow.Score;

/**
 * Judges a server by comparison with the others. An outlier has failed a large share of its last requests, and its
 * failure rate is at least twice the average rate of the other servers.
 *
 * @see <a href="https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/outlier">Envoy's outlier
 *      detection</a>
 */
final class OutlierDetection {

    /** What a server's failures say about the server. */
    enum Verdict {

        /** The server fails too few requests to judge it, or not many more than other servers. */
        WELL,

        /** The server fails more requests than other servers, but a few clients may have caused these failures. */
        SUSPECT,

        /** The server fails requests of many clients that other servers handle well. */
        OUTLIER
    }

    private final int limit;

    OutlierDetection(EjectionProperties properties) {
        this.limit = Math.ceilDiv(properties.minRequests() * properties.failureRate(), 100);
    }

    /**
     * Returns what the failures of a server say about it.
     *
     * @param own the score of the server
     * @param others the scores of the other servers that are up and not ejected; if there are none, nothing can be
     *            compared, and the verdict is {@link Verdict#WELL}
     */
    Verdict judge(Score own, List<Score> others) {
        double usual = others.stream().mapToDouble(Score::rate).average().orElse(1);
        if (own.failures() < limit || own.rate() < 2 * usual) {
            return Verdict.WELL;
        }
        return own.networks() < limit ? Verdict.SUSPECT : Verdict.OUTLIER;
    }
}
