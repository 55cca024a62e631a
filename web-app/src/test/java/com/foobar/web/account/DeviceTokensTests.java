package com.foobar.web.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.foobar.web.account.AccountStore.Credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeviceTokensTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String KEY = "a-key-that-all-the-instances-have";
    private static final Credentials ADA = new Credentials(7, "ada", "{argon2id}one");

    private final DeviceTokens tokens = at(NOW, KEY);

    private static DeviceTokens at(Instant time, String key) {
        return new DeviceTokens(new DeviceProperties(key), Clock.fixed(time, ZoneOffset.UTC));
    }

    private static String tokenOfAda() {
        return at(NOW, KEY).issue(7, "{argon2id}one").token();
    }

    @Test
    void aDeviceIsKnownToAllInstancesByItsOwnNumber() {
        String phone = tokenOfAda();
        String laptop = tokenOfAda();

        assertThat(tokens.find(List.of("rubbish", phone), ADA)).isPresent()
                .isEqualTo(at(NOW, KEY).find(List.of(phone), ADA))
                .isNotEqualTo(tokens.find(List.of(laptop), ADA));
    }

    @Test
    void itIsKnownToNoOtherAccountAndNotWithAnotherPassword() {
        assertThat(tokens.find(List.of(tokenOfAda()), new Credentials(8, "bob", "{argon2id}one"))).isEmpty();
        assertThat(tokens.find(List.of(tokenOfAda()), new Credentials(7, "ada", "{argon2id}two"))).isEmpty();
    }

    @Test
    void itIsForgottenAfterAYear() {
        Instant end = NOW.plus(Duration.ofDays(365));

        assertThat(at(end.minusMillis(1), KEY).find(List.of(tokenOfAda()), ADA)).isPresent();
        assertThat(at(end, KEY).find(List.of(tokenOfAda()), ADA)).isEmpty();
    }

    @Test
    void whatAnotherKeySignedIsNotTrue() {
        assertThat(at(NOW, "another-key-that-nobody-else-has-got").find(List.of(tokenOfAda()), ADA)).isEmpty();
        assertThat(at(NOW, "").find(List.of(tokenOfAda()), ADA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "A", "!", "AAAA", "é" })
    void whatWasMadeUpIsNotTrue(String token) {
        assertThat(tokens.find(List.of(token), ADA)).isEmpty();
    }

    @Test
    void nothingInItCanBeChanged() {
        String token = tokenOfAda();

        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.find(List.of(changed), ADA)).as(changed).isEmpty();
        }
    }

    @Test
    void aKeyThatIsTooShortStopsTheStart() {
        assertThatThrownBy(() -> new DeviceProperties("short")).hasMessageContaining("at least 32 characters");
    }
}
