package com.foobar.web.idempotency;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RequestKeyTests {

    @Test
    void keyOfAFormComesBackAsItWas() {
        RequestKey key = RequestKey.generate();

        assertThat(RequestKey.ofForm(key.text())).isEqualTo(key).isNotEqualTo(RequestKey.generate());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "short", "AAAAAAAAAAAAAAAAAAAAAA,AAAAAAAAAAAAAAAAAAAAAA", "ÄAAAAAAAAAAAAAAAAAAAAA",
            "AAAAAAAAAAAAAAAAAAAAA\n" })
    void whatTheSiteHasNotMadeIsNoKeyOfAForm(String sent) {
        assertThat(RequestKey.ofForm(sent)).isNull();
    }

    @Test
    void keyIsShortAndPrintable() {
        for (String text : List.of("", "a\nb", "é", "\u007f", "x".repeat(256))) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> new RequestKey(text));
        }
        assertThat(new RequestKey("x".repeat(255)).text()).hasSize(255);
    }

    @Test
    void digestTellsListsApart() {
        assertThat(Digest.of(List.of("a", "bc"))).hasSize(32).isEqualTo(Digest.of(List.of("a", "bc")))
                .isNotEqualTo(Digest.of(List.of("ab", "c"))).isNotEqualTo(Digest.of(List.of("a", "bc", "")));
    }

    @Test
    void keysAreKeptForAMinuteAtLeast() {
        assertThat(new KeyProperties(Duration.ofMinutes(1)).keep()).hasMinutes(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyProperties(Duration.ofSeconds(59)))
                .withMessageContaining("a minute or more");
    }
}
