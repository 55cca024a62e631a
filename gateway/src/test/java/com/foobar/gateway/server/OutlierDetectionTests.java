package com.foobar.gateway.server;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.foobar.gateway.server.FailureWindow.Score;
import com.foobar.gateway.server.OutlierDetection.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class OutlierDetectionTests {

    private static final Score GOOD = new Score(0, 0, 0);

    private final OutlierDetection detection = new OutlierDetection(
            new EjectionProperties(5, Duration.ofSeconds(10), 10,
                    45, "/", Duration.ofSeconds(5), Duration.ofSeconds(60), 50));

    @Test
    void failuresBelowTheRateSayNothing() {
        assertThat(detection.judge(new Score(4, 4, 0.4), List.of(GOOD))).isEqualTo(Verdict.WELL);
    }

    @Test
    void confirmedFailuresOfAsManyNetworksMakeAnOutlier() {
        assertThat(detection.judge(new Score(5, 5, 0.5), List.of(GOOD))).isEqualTo(Verdict.OUTLIER);
    }

    @Test
    void failuresOfFewerNetworksMakeASuspect() {
        assertThat(detection.judge(new Score(10, 4, 1), List.of(GOOD))).isEqualTo(Verdict.SUSPECT);
    }

    @Test
    void serverNoWorseThanTheOthersIsWell() {
        assertThat(detection.judge(new Score(10, 10, 1), List.of(new Score(6, 6, 0.6), GOOD, new Score(9, 9, 0.91))))
                .isEqualTo(Verdict.WELL);
        assertThat(detection.judge(new Score(10, 10, 1), List.of(new Score(6, 6, 0.6), GOOD, new Score(9, 9, 0.9))))
                .isEqualTo(Verdict.OUTLIER);
    }

    @Test
    void onlyServerCannotBeCompared() {
        assertThat(detection.judge(new Score(10, 10, 1), List.of())).isEqualTo(Verdict.WELL);
    }
}
