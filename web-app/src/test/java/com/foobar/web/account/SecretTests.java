package com.foobar.web.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretTests {

    @Test
    void noTwoAreTheSame() {
        assertThat(Secret.generate()).isNotEqualTo(Secret.generate()).hasSize(43).matches(Secret::isWellFormed);
    }

    @Test
    void whatIsKeptIsOfTheSizeOfItsColumn() {
        assertThat(Secret.hash(Secret.generate())).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "short", "0123456789012345678901234567890123456789012=",
            "01234567890123456789012345678901234567890123" })
    void whatCannotBeOneIsNotAskedFor(String text) {
        assertThat(Secret.isWellFormed(text)).isFalse();
    }
}
