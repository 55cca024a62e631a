package com.foobar.web.story;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchWordsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "read your writes|read your writes", "+replica -primary*|replica primary",
            "\"exact phrase\" @8 (a b)|exact phrase 8 a b", "don’t don't|don't don't", "~>< * ()|''", "x'; drop|x drop",
            "Übergröße 日本|Übergröße 日本" })
    void onlyWordsAreLeft(String typed, String words) {
        assertThat(SearchWords.of(typed)).isEqualTo(words);
    }

    @Test
    void onlySoManyWordsAreLookedFor() {
        assertThat(SearchWords.of("word ".repeat(1_000))).isEqualTo("word ".repeat(SearchWords.MOST).strip());
        assertThat(SearchWords.of("a".repeat(1_000))).hasSize(200);
    }
}
