package com.foobar.gateway.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import com.foobar.gateway.settings.ClientProperties;

import static org.assertj.core.api.Assertions.assertThat;

class BodyPaceTests {

    private static final long START = 42;

    private final BodyPace pace = new BodyPace(new ClientProperties(Duration.ofSeconds(10), Duration.ofSeconds(10),
            Duration.ofSeconds(20), DataSize.ofBytes(500), Duration.ofSeconds(30), Duration.ofSeconds(75), 0, 0, 0));

    @Test
    void pauseIsTooLongBeyondItsLimit() {
        pace.waits(START);
        assertThat(pace.isTooSlow(at(10))).isFalse();
        assertThat(pace.isTooSlow(at(10) + 1)).isTrue();
    }

    @Test
    void byteEveryThreeSecondsIsTooSlowAfterTheGrace() {
        pace.waits(START);
        for (int second = 3; second <= 18; second += 3) {
            pace.came(1, at(second));
            pace.waits(at(second));
        }
        assertThat(pace.isTooSlow(at(20))).isFalse();
        assertThat(pace.isTooSlow(at(21))).isTrue();
    }

    @Test
    void bodyThatComesAtTheRateMayTakeAsLongAsItIs() {
        pace.waits(START);
        for (int second = 1; second <= 3_600; second++) {
            pace.came(500, at(second));
            pace.waits(at(second));
            assertThat(pace.isTooSlow(at(second))).isFalse();
        }
    }

    @Test
    void timeInWhichTheGatewayTakesNothingDoesNotCount() {
        pace.waits(START);
        pace.came(1, at(1));
        assertThat(pace.isTooSlow(at(3_600))).isFalse();
        pace.waits(at(3_600));
        assertThat(pace.isTooSlow(at(3_605))).isFalse();
    }

    @Test
    void timeInWhichTheClientCouldSendNothingDoesNotCount() {
        pace.waits(START);
        pace.excuse(at(3_600));
        assertThat(pace.isTooSlow(at(3_605))).isFalse();
        assertThat(pace.isTooSlow(at(3_611))).isTrue();
    }

    private static long at(int second) {
        return START + TimeUnit.SECONDS.toNanos(second);
    }
}
