package com.foobar.web.quota;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.foobar.web.account.throttle.Limit;

import static org.assertj.core.api.Assertions.assertThat;

class LocalCountsTests {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final LocalCounts counts = new LocalCounts(new Limit(2, Duration.ofMinutes(1)), 3);

    @Test
    void clientIsRefusedUntilTheWindowOfItsFirstIsOver() {
        assertThat(counts.add("a", NOW)).isZero();
        assertThat(counts.add("a", NOW.plusSeconds(10))).isZero();
        assertThat(counts.add("a", NOW.plusSeconds(20))).hasSeconds(40);
        assertThat(counts.add("b", NOW.plusSeconds(20))).isZero();
        assertThat(counts.add("a", NOW.plusSeconds(60))).isZero();
        assertThat(counts.add("a", NOW.plusSeconds(61))).isZero();
        assertThat(counts.add("a", NOW.plusSeconds(62))).hasSeconds(58);
    }

    @Test
    void thereAreNeverMoreCountsThanAllowed() {
        for (String client : new String[]{ "a", "b", "c", "d", "e" }) {
            counts.add(client, NOW);
            counts.add(client, NOW);
        }

        assertThat(counts.size()).isEqualTo(3);
        assertThat(counts.add("e", NOW)).isPositive();
        assertThat(counts.add("a", NOW)).isZero();
    }
}
