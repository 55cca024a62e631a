package com.foobar.web.story;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.foobar.web.story.Comparison.Row;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTests {

    @Test
    void linesThatDifferStandBesideEachOther() {
        StoryText stored = new StoryText("One", "same\n<old>\nsame too\nonly stored", List.of("a"));
        StoryText typed = new StoryText("Two", "same\n<new>\nsame too", List.of("a"));

        assertThat(Comparison.of(stored, typed)).isEqualTo(new Comparison(List.of(
                new Row("Title: One", "Title: Two", false), new Row("Tags: a", "Tags: a", true),
                new Row("same", "same", true), new Row("<old>", "<new>", false),
                new Row("same too", "same too", true), new Row("only stored", "", false)), true));
    }

    @Test
    void textsOfTooManyLinesAreNotCompared() {
        StoryText text = new StoryText("One", "a\n".repeat(20_000) + "b", List.of());

        assertThat(Comparison.of(text, text)).isEqualTo(new Comparison(List.of(), false));
    }

    @Test
    void textsThatHaveNothingInCommonAreCompared() {
        assertThat(Comparison.of(lines("a"), lines("b")).rows()).hasSizeGreaterThan(689);
    }

    private static StoryText lines(String prefix) {
        return new StoryText("One", IntStream.range(0, 690).mapToObj(i -> prefix + i).collect(Collectors.joining(
                "\n")), List.of());
    }
}
