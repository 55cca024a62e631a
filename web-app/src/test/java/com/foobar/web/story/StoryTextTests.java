package com.foobar.web.story;

import java.util.Arrays;
import java.util.List;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StoryTextTests {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();

    private final Validator validator = FACTORY.getValidator();

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void whatIsTypedIsTidied() {
        StoryText text = new StoryText("  A\ttitle\r\n of\u0000 two  lines ",
                "\r\n \r\n    code\r\n\ttab\u0007\uD800\n\n",
                Arrays.asList(" Java ", "java", "", "E\u0301te\u0301"));

        assertThat(text.title()).isEqualTo("A title of two lines");
        assertThat(text.body()).isEqualTo("    code\n\ttab");
        assertThat(text.tags()).containsExactly("java", "été");
        assertThat(validator.validate(text)).isEmpty();
    }

    @Test
    void textOfEmojiIsLeftWhole() {
        assertThat(new StoryText("A 🐬", "🐬", List.of()).title()).isEqualTo("A 🐬");
    }

    @Test
    void whatWasLeftOutIsMissed() {
        assertThat(validator.validate(new StoryText(null, null, null))).extracting(violation -> violation.getMessage())
                .containsExactlyInAnyOrder("Give the story a title.", "Write the story.");
    }

    @Test
    void lengthsAreBounded() {
        assertThat(validator.validate(new StoryText("a".repeat(120), "b".repeat(50_000), List.of()))).isEmpty();
        assertThat(validator.validate(new StoryText("a".repeat(121), "b".repeat(50_001), List.of("a", "b", "c", "d",
                "e", "f")))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = { "java", "c", "spring-boot", "java-25", "日本語", "हिन्दी", "a23456789012345678901234567890" })
    void tagHasLettersDigitsAndHyphens(String tag) {
        assertThat(validator.validate(new StoryText("a", "b", List.of(tag)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "two words", "-a", "a-", "a--b", "c++", "a/b", "a234567890123456789012345678901", "<b>" })
    void otherTagsAreRefused(String tag) {
        assertThat(validator.validate(new StoryText("a", "b", List.of(tag)))).hasSize(1);
    }

    @Test
    void longTitlesAndTagsOfManyHyphensAreChecked() {
        assertThat(validator.validate(new StoryText("a", "b", List.of("a-".repeat(20_000))))).hasSize(1);
        assertThat(new StoryText("a", "\n ".repeat(25_000), List.of()).body()).isEmpty();
    }
}
