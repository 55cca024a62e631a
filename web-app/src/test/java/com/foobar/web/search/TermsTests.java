package com.foobar.web.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TermsTests {

    private static final int WORDS = 10;

    @Test
    void textIsIndexedByEachThreeLettersAndTheEndOfEachStretchByFewer() {
        assertThat(Terms.of("東京都庁、京")).isEqualTo("%s %s %s %s %s".formatted(gram("東京都"), gram("京都庁"), gram("都庁"),
                gram("庁"), gram("京")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Nothing but Latin, Ünïcode and 2026", "Привет мир", "مرحبا", "🐬 \uD83D" })
    void textWithSpacesBetweenItsWordsHasNoTerms(String text) {
        assertThat(Terms.of(text)).isEmpty();
    }

    @Test
    void wordOfAnotherScriptIsIndexedOnlyWhereItTouches() {
        assertThat(Terms.of("Spring 入門 Boot")).isEqualTo(Terms.of("入門"));
        assertThat(Terms.of("Spring入門, Boot")).isEqualTo("Spring " + Terms.of("入門"));
        assertThat(Terms.of("入門Boot 2026年")).isEqualTo(Terms.of("入門") + " Boot 2026 " + Terms.of("年"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "ｶﾞｲﾄﾞ|ガイド", "か\u3099|が", "カタカナ|かたかな", "葛\uDB40\uDD00城|葛城",
            "ភាសា\u200Bខ្មែរ|ភាសាខ្មែរ", "\u1112\u1161\u11AB\u1100\u1173\u11AF|한글", "東\u00AD京|東京" })
    void sameLettersWrittenInAnotherWayAreTheSame(String one, String other) {
        assertThat(Terms.of(one)).isEqualTo(Terms.of(other)).isNotEmpty();
        assertThat(Terms.lookingFor(one, WORDS)).isEqualTo(Terms.lookingFor(other, WORDS)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "か|が", "มา|ม้า", "𠮷|𡈽", "東京|京東" })
    void otherLettersAreOthers(String one, String other) {
        assertThat(Terms.lookingFor(one, WORDS)).isNotEqualTo(Terms.lookingFor(other, WORDS));
    }

    @Test
    void textGoesOnAfterTheEndOfALineButNotAfterAnEmptyOne() {
        assertThat(Terms.of("東\n京")).isEqualTo(Terms.of("東京"));
        assertThat(Terms.of("東\n\n京")).isEqualTo(Terms.of("東") + " " + Terms.of("京"));
        assertThat(Terms.of("東京\nLatin")).isEqualTo(Terms.of("東京"));
    }

    @Test
    void wordIsLookedForByItsLettersInARow() {
        assertThat(Terms.lookingFor("京", WORDS)).isEqualTo(gram("京") + "*");
        assertThat(Terms.lookingFor("東京", WORDS)).isEqualTo(gram("東京") + "*");
        assertThat(Terms.lookingFor("東京都", WORDS)).isEqualTo(gram("東京都"));
        assertThat(Terms.lookingFor("ぎょくろ", WORDS)).isEqualTo("(+%s +%s)".formatted(gram("ぎょく"), gram("ょくろ")));
    }

    @Test
    void severalIdeographsAreLookedForAsWordsThatOthersMayStandBetween() {
        assertThat(Terms.lookingFor("机器学习入门", WORDS)).isEqualTo("(+%s* +%s* +%s*)".formatted(gram("机器"),
                gram("学习"), gram("入门")));
        assertThat(Terms.lookingFor("机器学习入", WORDS)).isEqualTo("(+%s* +%s* +%s*)".formatted(gram("机器"),
                gram("学习"), gram("习入")));
    }

    @Test
    void nothingThatIsTypedMeansAnythingToTheDatabase() {
        assertThat(Terms.lookingFor("+東京* -\"京都\" @3 (~入 <門>) _Boot_", WORDS)).isEqualTo("%s* %s* 3 %s* %s* Boot"
                .formatted(gram("東京"), gram("京都"), gram("入"), gram("門")));
    }

    @Test
    void oneSearchLooksForSoManyLettersAndWordsOnly() {
        assertThat(Terms.lookingFor("の".repeat(200), WORDS).split(" ")).hasSize(Terms.MOST - 2);
        assertThat(Terms.lookingFor("ก".repeat(15) + " " + "ข".repeat(15), WORDS).split(" ")).hasSize(Terms.MOST - 4);
        assertThat(Terms.lookingFor("word ".repeat(50), WORDS).split(" ")).hasSize(WORDS);
    }

    private static String gram(String letters) {
        return Gram.of(letters.codePoints().boxed().toList());
    }
}
