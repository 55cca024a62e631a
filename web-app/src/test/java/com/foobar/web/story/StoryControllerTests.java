package com.foobar.web.story;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.foobar.web.account.Preferences;
import com.foobar.web.account.Theme;
import com.foobar.web.account.Viewer;
import com.foobar.web.account.throttle.TooManyAttemptsException;
import com.foobar.web.markdown.Markdown;
import com.foobar.web.paging.Page;
import com.foobar.web.quota.Quotas;
import com.foobar.web.schema.Schema;
import com.foobar.web.security.WithSecurity;

import static com.foobar.web.security.Viewers.ADA;
import static com.foobar.web.security.Viewers.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

@WebMvcTest(StoryController.class)
@Import(Markdown.class)
@WithSecurity
class StoryControllerTests {

    @Autowired
    private MockMvcTester site;

    @MockitoBean
    private Stories stories;

    @MockitoBean
    private Authoring authoring;

    @MockitoBean
    private Comments comments;

    @MockitoBean
    private Schema schema;

    @MockitoBean
    private Quotas limits;

    @Test
    void draftIsNotPublishedBeyondTheLimit() {
        doThrow(new TooManyAttemptsException(Duration.ofSeconds(7), "Too many. ")).when(limits).countStory(any(),
                any());

        assertThat(site.post().uri("/stories/a-title/publish").with(signedIn(ADA)))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS).hasHeader(HttpHeaders.RETRY_AFTER, "7");
        verify(authoring, never()).publish(anyLong(), any());

        when(authoring.published(1, "a-title")).thenReturn(Optional.of(Samples.story()));
        assertThat(site.post().uri("/stories/a-title/publish").with(signedIn(ADA))).hasStatus3xxRedirection();
    }

    @BeforeEach
    void haveStory() {
        when(stories.find(eq("a-title"), any())).thenReturn(Samples.story());
        when(comments.list(any(), any(), any(), anyInt())).thenReturn(new Page<>(List.of(Samples.comment(5,
                Samples.BOB, false), Samples.comment(6, Samples.ADA, true), Samples.comment(8, null, false)),
                "next-page"));
    }

    @Test
    void storyIsShownWithItsMarkdownRendered() {
        Document page = page(site.get().uri("/stories/a-title").exchange());

        assertThat(page.select("h1").eachText()).containsExactly("A <b>title</b>");
        assertThat(page.select("article.page .prose h2").eachText()).containsExactly("Head");
        assertThat(page.select("article.page .prose p").eachText()).containsExactly("A body <script>");
        assertThat(page.select("article.page a[rel=author]").eachText()).containsExactly("Ada <Lovelace>");
        assertThat(page.select("article.page a[rel=tag]").eachAttr("href")).containsExactly("/tags/java",
                "/tags/%E6%97%A5%E6%9C%AC");
        assertThat(page.select("main script, [style], [onclick]")).isEmpty();
    }

    @Test
    void timesAreThoseOfTheReadersClock() {
        assertThat(page(site.get().uri("/stories/a-title").exchange()).select("article.page time").eachText())
                .containsExactly("25 November 2026, 10:15 UTC");
        Viewer reader = new Viewer(1, "ada", "Ada", new Preferences(Theme.DARK, ZoneId.of("Asia/Tokyo"), 10), 11L);
        assertThat(page(site.get().uri("/stories/a-title").with(signedIn(reader)).exchange()).select(
                "article.page time").eachText()).containsExactly("25 November 2026, 19:15 JST");
    }

    @Test
    void readerCannotChangeAnything() {
        Document page = page(site.get().uri("/stories/a-title").exchange());

        assertThat(page.select("main form, main .actions")).isEmpty();
        assertThat(page.select("#comments a[href=/sign-in?next=/stories/a-title]")).hasSize(1);
    }

    @Test
    void authorHasWhatChangesTheStoryAndModeratesComments() {
        Document page = page(site.get().uri("/stories/a-title").with(signedIn(ADA)).exchange());

        assertThat(page.select("article.page .actions a").eachAttr("href")).containsExactly("/stories/a-title/edit",
                "/stories/a-title/delete");
        assertThat(page.select("article.comment form").eachAttr("action")).containsExactly(
                "/stories/a-title/comments/5/hide", "/stories/a-title/comments/6/delete",
                "/stories/a-title/comments/6/show", "/stories/a-title/comments/8/hide");
        assertThat(page.select("#comment-8 .byline").text()).startsWith("a deleted author");
    }

    @Test
    void commenterHasWhatChangesTheirOwnCommentAlone() {
        Viewer bob = new Viewer(2, "bob", "Bob", Preferences.DEFAULT, 12L);

        Document page = page(site.get().uri("/stories/a-title").with(signedIn(bob)).exchange());

        assertThat(page.select("article.page .actions")).isEmpty();
        assertThat(page.select("article.comment form").eachAttr("action")).containsExactly(
                "/stories/a-title/comments/5/delete");
        assertThat(page.select("#comments > form").eachAttr("action")).containsExactly(
                "/stories/a-title/comments");
    }

    @Test
    void laterCommentsAreOneLinkAway() {
        assertThat(page(site.get().uri("/stories/a-title").exchange()).select("a[rel=next]").eachAttr("href"))
                .containsExactly("/stories/a-title?after=next-page#comments");
    }

    @Test
    void formerAddressLeadsToThePresentOneWithoutBeingRememberedForEver() {
        when(stories.find(eq("former"), any())).thenReturn(Samples.story());

        assertThat(site.get().uri("/stories/former")).hasStatus(HttpStatus.MOVED_PERMANENTLY)
                .hasHeader(HttpHeaders.LOCATION, "/stories/a-title").hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    @Test
    void draftHasNoComments() {
        when(stories.find(eq("a-draft"), any())).thenReturn(new StoryView(new StorySummary(7, "a-draft", "Draft",
                "", Samples.ADA, List.of(), Samples.TIME, Samples.TIME, null, 0), "Body"));

        Document page = page(site.get().uri("/stories/a-draft").with(signedIn(ADA)).exchange());

        assertThat(page.select("#comments")).isEmpty();
        assertThat(page.select("form[action=/stories/a-draft/publish]")).hasSize(1);
    }

    @Test
    void unknownStoryIsNotFoundAndOthersStoriesAreRefused() {
        when(stories.find(eq("none"), any())).thenThrow(NotFoundException.story());
        when(stories.findOwn(eq("others"), anyLong())).thenThrow(new NotTheAuthorException());

        assertThat(site.get().uri("/stories/none")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(site.get().uri("/stories/others/delete").with(signedIn(ADA))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whatIsNoPlaceInAListIsABadRequest() {
        assertThat(site.get().uri("/stories/a-title?after=nonsense")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(site.get().uri("/stories/a-title?after=")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void storyIsDeletedAfterAQuestion() {
        when(stories.findOwn("a-title", 1)).thenReturn(Samples.story());

        assertThat(site.get().uri("/stories/a-title/delete").with(signedIn(ADA))).hasStatusOk().bodyText().contains(
                "Delete this story?", "A &lt;b&gt;title&lt;/b&gt;");
        assertThat(site.post().uri("/stories/a-title/delete").with(signedIn(ADA))).hasStatus3xxRedirection()
                .hasHeader(HttpHeaders.LOCATION, "/authors/ada");
        verify(authoring).delete(1, "a-title", null);
    }

    @Test
    void draftsAreListedAndPublished() {
        when(stories.drafts(eq(1L), any(), anyInt())).thenReturn(new Page<>(List.of(Samples.draft().summary()),
                "more"));
        when(authoring.publish(1, "a-title")).thenReturn(Samples.story());

        Document page = page(site.get().uri("/drafts").with(signedIn(ADA)).exchange());
        assertThat(page.select("h2 a").eachAttr("href")).containsExactly("/stories/a-title/edit");
        assertThat(page.select("a[rel=next]").eachAttr("href")).containsExactly("/drafts?after=more");
        assertThat(site.post().uri("/stories/a-title/publish").with(signedIn(ADA))).hasStatus3xxRedirection()
                .hasHeader(HttpHeaders.LOCATION, "/stories/a-title");
    }

    private static Document page(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(body(answer));
    }

    static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
