package com.foobar.web.account;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenUsesTests {

    private static final Instant NOTED = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theFirstUseIsNoted() {
        assertThat(TokenUses.isDue(null, NOTED)).isTrue();
    }

    @Test
    void anotherUseIsNotedAfterAnHour() {
        assertThat(TokenUses.isDue(NOTED, NOTED.plus(Duration.ofHours(1)).minusNanos(1))).isFalse();
        assertThat(TokenUses.isDue(NOTED, NOTED.plus(Duration.ofHours(1)))).isTrue();
    }
}
