package com.foobar.web.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.foobar.web.schema.Schema;
import com.foobar.web.security.WithSecurity;
import com.foobar.web.story.Stories;
import com.foobar.web.story.StoryPage;
import com.foobar.web.story.StoryView;

@WebMvcTest(HomeController.class)
@WithSecurity
class HomeControllerTests {

    @Autowired
    private MockMvcTester site;

    @MockitoBean
    private Stories stories;

    @MockitoBean
    private Schema schema;

    @BeforeEach
    void haveOneStory() {
        var story = new StoryView(7, "A <b>title</b>", "A body", Instant.EPOCH);
        when(stories.newest(any())).thenReturn(new StoryPage(List.of(story), 7L));
    }

    @Test
    void whatPeopleWriteIsTextAndNotMarkup() {
        assertThat(site.get().uri("/")).hasStatusOk().bodyText().contains("A &lt;b&gt;title&lt;/b&gt;");
    }

    @Test
    void olderStoriesAreOneLinkAway() {
        assertThat(site.get().uri("/")).bodyText().contains("href=\"/?before=7\"");
        assertThat(site.get().uri("/?before=7")).bodyText().contains("Newest stories").doesNotContain("<textarea");
    }

    @Test
    void aRefusedStoryIsKeptInTheForm() {
        fail(new SQLException("refused", "HY000", 1290));

        var answer = publish();

        assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader(HttpHeaders.RETRY_AFTER, "2");
        assertThat(answer).bodyText().contains("was not published", "My title", "My body");
    }

    @Test
    void nobodyIsToldThatAStoryWasNotPublishedWhereThatIsUnknown() {
        fail(new SQLException("lost", "08007"));

        assertThat(publish()).bodyText().contains("Look whether it is among the stories", "My body")
                .doesNotContain("was not published");
    }

    @Test
    void theFormIsKeptEvenWhereNothingCanBeRead() {
        fail(new SQLException("lost", "08001"));
        when(stories.newest(any())).thenThrow(new TransientDataAccessResourceException("No database answers."));

        assertThat(publish()).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).bodyText().contains("My title", "My body");
    }

    @Test
    void aProgramGetsAProblemDetailWhereNothingCanBeRead() {
        when(stories.newest(any())).thenThrow(new TransientDataAccessResourceException("No database answers."));

        assertThat(site.get().uri("/").accept(MediaType.APPLICATION_JSON)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON).hasHeader(HttpHeaders.RETRY_AFTER, "2");
    }

    @Test
    void nobodyIsToldThatNothingWasChangedWhereThatIsUnknown() {
        when(stories.newest(any())).thenThrow(
                new TransientDataAccessResourceException("Lost.", new SQLException("lost", "08007")));

        assertThat(site.get().uri("/").accept(MediaType.APPLICATION_JSON)).bodyText()
                .contains("look before you try again")
                .doesNotContain("Nothing was changed");
        assertThat(site.get().uri("/").accept(MediaType.TEXT_HTML)).bodyText().contains("whether what you did was kept")
                .doesNotContain("Nothing of yours is lost");
    }

    @Test
    void pagesAllowNothingInline() {
        assertThat(site.get().uri("/")).headers().hasHeaderSatisfying("Content-Security-Policy",
                policy -> assertThat(policy.getFirst()).contains("default-src 'none'").doesNotContain("unsafe"));
    }

    private void fail(SQLException cause) {
        when(stories.publish(any())).thenThrow(new TransientDataAccessResourceException("Refused.", cause));
    }

    private MvcTestResult publish() {
        return site.post().uri("/stories").param("title", "My title").param("body", "My body").exchange();
    }
}
