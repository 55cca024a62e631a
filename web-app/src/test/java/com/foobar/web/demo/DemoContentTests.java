package com.foobar.web.demo;

import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.foobar.web.demo.DemoContent.Author;

import static org.assertj.core.api.Assertions.assertThat;

class DemoContentTests {

    private final DemoContent content = DemoContent.read();
    private final Set<String> authors = content.authors().stream().map(Author::username).collect(Collectors.toSet());

    @Test
    void aNewcomerSeesALivingSite() {
        assertThat(content.stories()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(content.authors()).hasSizeGreaterThan(4);
        assertThat(content.stories().stream().flatMap(story -> story.comments().stream()).count()).isGreaterThan(40);
    }

    @Test
    void eachNameBelongsToAnAuthorAndEachAuthorWrites() {
        assertThat(content.stories()).allSatisfy(story -> {
            assertThat(authors).contains(story.author());
            assertThat(story.comments()).allSatisfy(reply -> assertThat(authors).contains(reply.author()));
        });
        assertThat(content.stories().stream().map(DemoContent.Entry::author).collect(Collectors.toSet()))
                .isEqualTo(authors);
    }

    @Test
    void storiesStandNewestFirstAndNothingIsOfTheFuture() {
        assertThat(content.stories()).isSortedAccordingTo((one, other) -> one.age().compareTo(other.age()));
        assertThat(content.stories()).allSatisfy(story -> assertThat(story.comments())
                .allSatisfy(reply -> assertThat(reply.after()).isPositive().isLessThan(story.age())));
    }

    @Test
    void titlesAreDifferentAndTextsAreWhole() {
        assertThat(content.stories()).extracting(DemoContent.Entry::title).doesNotHaveDuplicates();
        assertThat(content.stories()).allSatisfy(story -> {
            assertThat(story.body()).isNotBlank().endsWith("\n");
            assertThat(story.tags()).isNotEmpty().allMatch(tag -> tag.matches("[a-z0-9-]{1,30}"));
        });
    }
}
