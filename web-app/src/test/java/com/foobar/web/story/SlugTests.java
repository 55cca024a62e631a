package com.foobar.web.story;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTests {

    @ParameterizedTest
    @CsvSource({ "Read your writes!,read-your-writes", "Über Straßen & Plätze,uber-strassen-platze",
            "  --C'est déjà l'été--  ,c-est-deja-l-ete", "Smørrebrød i Łódź,smorrebrod-i-lodz", "ﬁne ½,fine-1-2",
            "ISTANBUL İstanbul ısı,istanbul-istanbul-isi", "日本語,story", "!?,story", "100 %,100" })
    void slugIsTheTitleInPlainLetters(String title, String slug) {
        assertThat(Slug.of(title)).isEqualTo(slug);
    }

    @Test
    void longSlugEndsWithAWord() {
        assertThat(Slug.of("four ".repeat(24))).hasSizeBetween(70, Slug.LENGTH).endsWith("-four");
        assertThat(Slug.of("a".repeat(120))).isEqualTo("a".repeat(Slug.LENGTH));
        assertThat(Slug.of("a".repeat(80) + " b")).isEqualTo("a".repeat(Slug.LENGTH));
    }

    @Test
    void candidatesFitTheirColumn() {
        assertThat(Slug.candidates("a".repeat(120), Long.MAX_VALUE)).startsWith("a".repeat(80), "a".repeat(80) + "-2")
                .doesNotHaveDuplicates().allSatisfy(slug -> assertThat(slug).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void noStoryTakesTheAddressOfTheEditor() {
        assertThat(Slug.candidates("New", 7)).startsWith("new-2").doesNotContain("new");
    }

    @Test
    void addressesOfDraftsAreRandomAndFitTheirColumn() {
        assertThat(Stream.generate(Slug::ofDraft).limit(100)).doesNotHaveDuplicates()
                .allSatisfy(slug -> assertThat(slug).matches("draft-[0-9a-f]{32}"));
    }
}
