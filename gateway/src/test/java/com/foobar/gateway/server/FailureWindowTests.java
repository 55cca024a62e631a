package com.foobar.gateway.server;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.foobar.gateway.server.FailureWindow.Score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FailureWindowTests {

    private static final long SECOND = 1_000_000_000L;

    private final FailureWindow window = new FailureWindow(
            new EjectionProperties(5, Duration.ofSeconds(10), 10, 50, "/",
                    Duration.ofSeconds(5), Duration.ofSeconds(60), 50));

    @Test
    void failureCountsUntilItIsOlderThanTheWindow() {
        window.add(0, 0, 1, true);
        assertThat(window.score(10 * SECOND, 0).failures()).isOne();
        assertThat(window.score(10 * SECOND + 1, 0)).isEqualTo(new Score(0, 0, 0));
    }

    @Test
    void failureCountsUntilAsManyRequestsCameAfterIt() {
        window.add(0, 100, 1, true);
        assertThat(window.score(0, 109).failures()).isOne();
        assertThat(window.score(0, 110).failures()).isZero();
    }

    @Test
    void failuresAmongTheLastRequestsAreCountedWithTheirNetworks() {
        window.add(0, 100, 7, true);
        window.add(0, 107, 1, true);
        window.add(0, 107, 1, true);
        window.add(0, 108, 2, true);
        window.add(0, 108, 3, false);
        assertThat(window.score(0, 108)).isEqualTo(new Score(4, 2, 5 / 13.0));
    }

    @Test
    void requestsThatNeverCameCountAsGood() {
        window.add(0, 0, 1, true);
        assertThat(window.score(0, 0).rate()).isEqualTo(0.1);
    }

    @Test
    void muchOfTheSameIsKeptInPart() {
        for (int i = 0; i < 1_000; i++) {
            window.add(0, i, 1, true);
        }
        assertThat(window.score(0, 1_000).rate()).isEqualTo(0.5, within(0.01));
    }
}
