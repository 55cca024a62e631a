package com.foobar.replication.session;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConsistencyTokensTests {

    private static final String POSITION = "3e11fa47-71ca-11e1-9e33-c80aa9429562:4711";

    private final ConsistencyTokens tokens = tokens("one key");

    @Test
    void whatOneInstanceSignsAnotherReads() {
        assertThat(tokens("one key").read(tokens.sign(POSITION))).isEqualTo(POSITION);
    }

    @Test
    void whatAnotherKeySignedIsIgnored() {
        assertThat(tokens("another key").read(tokens.sign(POSITION))).isNull();
    }

    @Test
    void eachChangedCharacterIsNoticed() {
        String token = tokens.sign(POSITION);
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(tokens.read(token.substring(0, i) + other + token.substring(i + 1))).as("at %d", i).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ".", "a.", ".a", "%%%.%%%", "YQ", "YQ.YQ", "no dot at all", "\u00e4.\u00e4" })
    void whatIsNoTokenIsIgnored(String token) {
        assertThat(tokens.read(token)).isNull();
    }

    @Test
    void aTokenIsFitForACookie() {
        assertThat(tokens.sign(POSITION)).matches("[A-Za-z0-9._-]+");
    }

    private static ConsistencyTokens tokens(String key) {
        return new ConsistencyTokens(key.getBytes(StandardCharsets.UTF_8));
    }
}
