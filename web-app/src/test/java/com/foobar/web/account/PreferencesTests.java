package com.foobar.web.account;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PreferencesTests {

    private static final Instant TIME = Instant.parse("2026-03-04T23:05:06Z");

    @Test
    void timesAreThoseOfTheReadersClock() {
        assertThat(Preferences.DEFAULT.format(TIME)).isEqualTo("4 March 2026, 23:05 UTC");
        Preferences tokyo = new Preferences(Theme.DARK, ZoneId.of("Asia/Tokyo"), 10);
        assertThat(tokyo.format(TIME)).isEqualTo("5 March 2026, 08:05 JST");
        assertThat(tokyo.formatDate(TIME)).isEqualTo("5 March 2026");
    }

    @Test
    void aPageHasFiveToFiftyItems() {
        assertThat(new Preferences(Theme.DARK, ZoneId.of("UTC"), 5).pageSize()).isEqualTo(5);
        assertThatThrownBy(() -> new Preferences(Theme.DARK, ZoneId.of("UTC"), 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Preferences(Theme.DARK, ZoneId.of("UTC"), 51))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aThemeIsKnownByItsCodeAlone() {
        assertThat(Theme.of("dark")).contains(Theme.DARK);
        assertThat(Theme.of("DARK")).isEmpty();
        assertThat(Theme.of(null)).isEmpty();
    }
}
