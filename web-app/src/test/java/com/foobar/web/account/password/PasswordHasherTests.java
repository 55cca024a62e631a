package com.foobar.web.account.password;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordHasherTests {

    private final PasswordHasher hasher = new PasswordHasher(new PasswordProperties(1, Duration.ofMillis(1), 16, 256));

    @AfterEach
    void endThreads() {
        hasher.destroy();
    }

    @Test
    void aHashIsOfItsPasswordAlone() {
        try (PasswordHasher.Place place = hasher.enter("ada")) {
            String hash = place.hash("correct horse battery");

            assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(255);
            assertThat(place.matches("correct horse battery", hash)).isTrue();
            assertThat(place.matches("Correct horse battery", hash)).isFalse();
            assertThat(place.hash("correct horse battery")).isNotEqualTo(hash);
            assertThat(hasher.isOutdated(hash)).isFalse();
        }
    }

    @Test
    void aPasswordIsTheSameHoweverItsLettersAreComposed() {
        try (PasswordHasher.Place place = hasher.enter("ada")) {
            assertThat(place.matches("café au lait", place.hash("cafe\u0301 au lait"))).isTrue();
        }
    }

    @Test
    void noPasswordIsThatOfNobody() {
        try (PasswordHasher.Place place = hasher.enter("ada")) {
            assertThat(place.matches("", null)).isFalse();
            assertThat(place.matches("", "{none}")).isFalse();
            assertThat(place.matches("x", "not a hash at all")).isFalse();
        }
    }

    @Test
    void nobodysHashTakesAsMuchWorkAsAnyOther() {
        assertThat(hasher.isOutdated(PasswordHasher.NOBODYS)).isFalse();
        try (PasswordHasher.Place place = hasher.enter("ada")) {
            String sample = place.hash("correct horse battery");
            assertThat(PasswordHasher.NOBODYS).hasSameSizeAs(sample);
        }
    }

    @Test
    void aWeakerHashIsOutdated() {
        String weak = new Argon2PasswordEncoder(16, 32, 1, 4_096, 1).encode("correct horse battery");

        assertThat(hasher.isOutdated("{argon2id}" + weak)).isTrue();
    }

    @Test
    void whoDoesNotGetAPlaceInTimeIsToldToComeBack() {
        try (PasswordHasher.Place _ = hasher.enter("ada")) {
            assertThatThrownBy(() -> hasher.enter("ada")).isInstanceOf(PasswordsBusyException.class);
        }
        hasher.enter("ada").close();
    }
}
