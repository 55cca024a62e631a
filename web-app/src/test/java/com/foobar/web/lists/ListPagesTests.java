package com.foobar.web.lists;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.foobar.web.account.AuthorProfile;
import com.foobar.web.account.Profiles;
import com.foobar.web.account.throttle.TooManyAttemptsException;
import com.foobar.web.paging.Cursor;
import com.foobar.web.paging.Page;
import com.foobar.web.quota.Quotas;
import com.foobar.web.schema.Schema;
import com.foobar.web.security.WithSecurity;
import com.foobar.web.story.Samples;
import com.foobar.web.story.Search;
import com.foobar.web.story.Stories;
import com.foobar.web.story.StorySummary;
import com.foobar.web.story.TagView;
import com.foobar.web.story.Tags;

import static com.foobar.web.security.Viewers.ADA;
import static com.foobar.web.security.Viewers.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

@WebMvcTest({ HomeController.class, TagController.class, AuthorController.class, SearchController.class })
@WithSecurity
class ListPagesTests {

    private static final Page<StorySummary> PAGE = new Page<>(List.of(Samples.summary(Samples.ADA, Samples.TIME)),
            "next-page");

    @Autowired
    private MockMvcTester site;

    @MockitoBean
    private Stories stories;

    @MockitoBean
    private Tags tags;

    @MockitoBean
    private Profiles profiles;

    @MockitoBean
    private Search search;

    @MockitoBean
    private Schema schema;

    @MockitoBean
    private Quotas limits;

    @BeforeEach
    void haveOneStory() {
        when(stories.newest(any(), anyInt())).thenReturn(PAGE);
        when(stories.byTag(any(), any(), anyInt())).thenReturn(PAGE);
        when(stories.byAuthor(eq(1L), any(), anyInt())).thenReturn(PAGE);
        when(profiles.author("ada")).thenReturn(Optional.of(new AuthorProfile(1, "ada", "Ada <Lovelace>",
                "Writes <b>notes</b>.", "ada+1@example.com", Samples.TIME)));
        when(tags.list(any(), anyInt())).thenReturn(new Page<>(List.of(new TagView("日本", Samples.TIME)), "日本"));
        when(limits.search(any(), any())).thenAnswer(call -> call.<Supplier<?>> getArgument(1).get());
        when(search.find(any(), anyInt(), anyInt())).thenReturn(new Page<>(PAGE.items(), "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/tags/java", "/authors/ada", "/search?q=words" })
    void storiesAreListedWithTheirAuthorTimeTagsAndExcerpt(String path) {
        Document page = page(site.get().uri(path));

        assertThat(page.select("article.story h2 a[href=/stories/a-title]").eachText()).containsExactly(
                "A <b>title</b>");
        assertThat(page.select("article.story a[rel=author][href=/authors/ada]").eachText()).containsExactly(
                "Ada <Lovelace>");
        assertThat(page.select("article.story time").eachText()).containsExactly("25 November 2026, 10:15 UTC");
        assertThat(page.select("article.story .excerpt").eachText()).containsExactly("An excerpt & more");
        assertThat(page.select("article.story a[rel=tag]").eachText()).containsExactly("java", "日本");
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void searchBeyondTheLimitKeepsItsWordsAndIsKeptByNobody() {
        doThrow(new TooManyAttemptsException(Duration.ofSeconds(30))).when(limits).search(any(), any());

        MvcTestResult answer = site.get().uri("/search?q=words").exchange();

        assertThat(answer).hasStatus(HttpStatus.TOO_MANY_REQUESTS).hasHeader(HttpHeaders.RETRY_AFTER, "30")
                .doesNotContainHeader("X-Accel-Expires");
        Document page = Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(page.select("main [name=q]").attr("value")).isEqualTo("words");
        assertThat(page.select(".notice").text()).contains("Try again");
        verifyNoInteractions(search);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/tags/java", "/authors/ada" })
    void olderStoriesAreOneLinkAway(String path) {
        String next = page(site.get().uri(path)).select("a[rel=next]").attr("href");
        assertThat(next).isEqualTo(path + "?after=next-page");

        Cursor cursor = new Cursor(Samples.TIME, 7);
        Document later = page(site.get().uri(path + "?after=" + cursor.text()));
        assertThat(later.select("nav.pages a").eachAttr("href")).contains(path);
        assertThat(later.select(".invitation")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/?after=x", "/tags/java?after=x", "/authors/ada?after=", "/search?q=a&page=0",
            "/search?q=a&page=11", "/search?q=a&page=two" })
    void whatIsNoPlaceInAListIsABadRequest(String path) {
        assertThat(site.get().uri(path)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void homeInvitesWhoeverIsNotSignedInAndOffersTheOthersToWrite() {
        assertThat(page(site.get().uri("/")).select(".invitation a").eachAttr("href")).containsExactly("/sign-up");
        assertThat(page(site.get().uri("/").with(signedIn(ADA))).select(".invitation a").eachAttr("href"))
                .containsExactly("/stories/new", "/drafts");
    }

    @Test
    void listsAreAsLongAsTheirReaderWants() {
        page(site.get().uri("/").with(signedIn(ADA)));
        verify(stories).newest(null, ADA.preferences().pageSize());
    }

    @Test
    void listsNameTheirFeeds() {
        String feeds = "link[type=application/atom+xml]";
        assertThat(page(site.get().uri("/")).select(feeds).eachAttr("href")).containsExactly("/feed.atom");
        assertThat(page(site.get().uri("/tags/{tag}", "日本")).select(feeds).eachAttr("href")).containsExactly(
                "/feed.atom", "/tags/%E6%97%A5%E6%9C%AC/feed.atom");
        assertThat(page(site.get().uri("/authors/ada")).select(feeds).eachAttr("href")).containsExactly("/feed.atom",
                "/authors/ada/feed.atom");
    }

    @Test
    void authorIsShown() {
        Document page = page(site.get().uri("/authors/ada"));

        assertThat(page.select("h1").eachText()).containsExactly("Ada <Lovelace>");
        assertThat(page.select(".biography").eachText()).containsExactly("Writes <b>notes</b>.");
        assertThat(page.select("a[href^=mailto:]").eachText()).containsExactly("ada+1@example.com");
    }

    @Test
    void unknownAuthorsAndTagsAreNotFound() {
        when(stories.byTag(eq("none"), any(), anyInt())).thenReturn(Page.empty());

        assertThat(site.get().uri("/authors/nobody")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(site.get().uri("/tags/none")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(site.get().uri("/tags/none?after=" + new Cursor(Samples.TIME, 7).text())).hasStatusOk();
    }

    @Test
    void tagsAreListed() {
        Document page = page(site.get().uri("/tags"));

        assertThat(page.select(".index a").eachAttr("href")).containsExactly("/tags/%E6%97%A5%E6%9C%AC");
        assertThat(page.select("a[rel=next]").eachAttr("href")).containsExactly("/tags?after=%E6%97%A5%E6%9C%AC");
    }

    @Test
    void searchKeepsItsWordsFromPageToPage() {
        Document page = page(site.get().uri("/search?q={q}", "a & \"b\""));

        assertThat(page.select("main input[name=q]").attr("value")).isEqualTo("a & \"b\"");
        assertThat(page.select("a[rel=next]").eachAttr("href")).containsExactly("/search?q=a%20%26%20%22b%22&page=2");
    }

    @Test
    void searchThatFindsNothingSaysWhatToTry() {
        when(search.find(any(), anyInt(), anyInt())).thenReturn(Page.empty());

        assertThat(page(site.get().uri("/search?q=it")).select(".empty").text()).contains("longer or other words");
        assertThat(page(site.get().uri("/search")).select(".empty")).isEmpty();
    }

    @Test
    void aProgramGetsAProblemDetailWhereNothingCanBeRead() {
        when(stories.newest(any(), anyInt())).thenThrow(new TransientDataAccessResourceException("No database."));

        assertThat(site.get().uri("/").accept(MediaType.APPLICATION_JSON)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON).hasHeader(HttpHeaders.RETRY_AFTER, "2")
                .hasHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        assertThat(site.get().uri("/")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).bodyText().contains(
                "Back in a moment");
    }

    @Test
    void nobodyIsToldThatNothingWasChangedWhereThatIsUnknown() {
        when(stories.newest(any(), anyInt())).thenThrow(
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

    private static Document page(MockMvcRequestBuilder request) {
        MvcTestResult answer = request.exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
