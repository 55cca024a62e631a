package com.foobar.web.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextRulesTests {

    @ParameterizedTest
    @ValueSource(strings = { "A title", "👩‍👩‍👧‍👦", "🏳️‍🌈 x", "مرحبا بالعالم", "שלום", "نمی‌خواهم", "1️⃣", "é",
            "日本語", "\u200Fא" })
    void whatPeopleWriteIsGoodOnALine(String text) {
        assertThat(TextRules.isLine(text)).isTrue();
        assertThat(TextRules.isLines(text)).isTrue();
        assertThat(TextRules.isVisible(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\u0000", "a\u0007", "a\u0085", "a\u202A", "a\u202E", "a\u2066", "a\u2069", "a\uD800",
            "\uDC00a",
            "a\uFFFF", "a\u2028" })
    void whatHidesOrTurnsTextIsGoodNowhere(String text) {
        assertThat(TextRules.isLine(text)).isFalse();
        assertThat(TextRules.isLines(text)).isFalse();
    }

    @Test
    void onlyManyLinesHaveTabsAndEndsOfLines() {
        assertThat(TextRules.isLine("a\tb")).isFalse();
        assertThat(TextRules.isLine("a\nb")).isFalse();
        assertThat(TextRules.isLines("a\tb\nc")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "\u00A0", "\u200B\u200B", "\u2060\uFEFF", "\u3164", "\u115F\u1160", "\u00AD",
            "\u3000",
            "\u0301", "\u2800", "\uFE0F", "\uDB40\uDC41" })
    void whatCannotBeSeenIsNoText(String text) {
        assertThat(TextRules.isVisible(text)).isFalse();
    }

    @Test
    void aCharacterIsOneHoweverItIsStored() {
        assertThat(TextRules.length("a🐬")).isEqualTo(2);
    }
}
