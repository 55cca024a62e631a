package com.foobar.web.account.throttle;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LimitTests {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Limit limit = new Limit(10, WINDOW);

    @Test
    void theLastAttemptThatIsAllowedIsAllowed() {
        assertThat(limit.wait(new Attempts(FIRST, 9), FIRST)).isZero();
    }

    @Test
    void oneMoreWaitsForTheWindowsEnd() {
        assertThat(limit.wait(new Attempts(FIRST, 10), FIRST)).isEqualTo(WINDOW);
        assertThat(limit.wait(new Attempts(FIRST, 1_000), FIRST.plus(WINDOW).minusNanos(1_000)))
                .isEqualTo(Duration.ofNanos(1_000));
    }

    @Test
    void theWindowsEndIsPartOfTheNextOne() {
        assertThat(limit.wait(new Attempts(FIRST, 10), FIRST.plus(WINDOW))).isZero();
    }

    @Test
    void moreThanAreAllowedAreTooMany() {
        assertThat(limit.isExceededBy(new Attempts(FIRST, 10))).isFalse();
        assertThat(limit.isExceededBy(new Attempts(FIRST, 11))).isTrue();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new Limit(0, WINDOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limit(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTimeToWaitIsNeverToldTooShort() {
        assertThat(new TooManyAttemptsException(Duration.ofNanos(1)).retrySeconds()).isEqualTo(1);
        assertThat(new TooManyAttemptsException(Duration.ofSeconds(60)).sentence()).endsWith(" in a minute.");
        assertThat(new TooManyAttemptsException(Duration.ofSeconds(61)).sentence()).endsWith(" in 2 minutes.");
    }
}
