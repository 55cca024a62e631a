package com.foobar.web.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.foobar.web.account.AuthorProfile;
import com.foobar.web.account.Profiles;
import com.foobar.web.markdown.Markdown;
import com.foobar.web.paging.Page;
import com.foobar.web.schema.Schema;
import com.foobar.web.security.WithSecurity;
import com.foobar.web.story.Samples;
import com.foobar.web.story.Stories;
import com.foobar.web.story.StoryAddress;
import com.foobar.web.story.StorySummary;
import com.foobar.web.story.StoryView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

@WebMvcTest({ FeedController.class, RobotController.class })
@Import(Markdown.class)
@WithSecurity
class FeedTests {

    @Autowired
    private MockMvcTester site;

    @MockitoBean
    private Stories stories;

    @MockitoBean
    private Profiles profiles;

    @MockitoBean
    private Schema schema;

    @BeforeEach
    void haveStories() {
        StoryView byNobody = new StoryView(Samples.summary(null, Samples.TIME), "🐬 \u0001 [a](/b)");
        Page<StorySummary> page = new Page<>(List.of(Samples.story().summary(), byNobody.summary()), null);
        when(stories.newest(any(), anyInt())).thenReturn(page);
        when(stories.byTag(any(), any(), anyInt())).thenReturn(page);
        when(stories.byAuthor(1, null, 20)).thenReturn(Page.empty());
        when(stories.withBodies(page.items())).thenReturn(List.of(Samples.story(), byNobody));
        when(profiles.author("ada")).thenReturn(Optional.of(new AuthorProfile(1, "ada", "Ada", "", null,
                Samples.TIME)));
    }

    @Test
    void feedHoldsTheStoriesWhole() {
        MvcTestResult answer = site.get().uri("http://example.com/feed.atom").exchange();

        assertThat(answer).hasStatusOk().hasContentType("application/atom+xml;charset=UTF-8");
        Document feed = xml(answer);
        assertThat(feed.select("feed > link").eachAttr("href")).containsExactly("http://example.com/feed.atom",
                "http://example.com/");
        assertThat(feed.select("feed > id").text()).isEqualTo("tag:foobar.com,2026:stories/");
        assertThat(feed.select("feed > updated").text()).isEqualTo("2026-11-25T10:15:30.123456Z");
        assertThat(feed.select("entry > id").eachText()).containsExactly("tag:foobar.com,2026:story/7",
                "tag:foobar.com,2026:story/7");
        assertThat(feed.select("entry > title").first().text()).isEqualTo("A <b>title</b>");
        assertThat(feed.select("entry > author > name").eachText()).containsExactly("Ada <Lovelace>",
                "a deleted author");
        assertThat(feed.select("entry").first().select("category").eachAttr("term")).containsExactly("java", "日本");
        assertThat(feed.select("content[type=html]").first().text()).contains("<h2>Head</h2>", "<em>body</em>")
                .doesNotContain("<script>");
        assertThat(Jsoup.parse(feed.select("content").last().text()).select("p:has(a[href=/b])").text()).isEqualTo(
                "🐬 a");
        assertThat(feed.select("content").last().attr("xml:base")).isEqualTo("http://example.com/stories/a-title");
    }

    @Test
    void whoHasTheFeedGetsNone() {
        MockHttpServletResponse first = site.get().uri("/feed.atom").exchange().getResponse();

        assertThat(site.get().uri("/feed.atom").header(HttpHeaders.IF_NONE_MATCH, first.getHeader(HttpHeaders.ETAG)))
                .hasStatus(HttpStatus.NOT_MODIFIED);
        assertThat(site.get().uri("/feed.atom").header(HttpHeaders.IF_MODIFIED_SINCE, first.getHeader(
                HttpHeaders.LAST_MODIFIED))).hasStatus(HttpStatus.NOT_MODIFIED);
        assertThat(site.get().uri("/feed.atom").header(HttpHeaders.IF_NONE_MATCH, "\"other\"")).hasStatusOk();
    }

    @Test
    void tagsAndAuthorsHaveFeedsOfTheirOwn() {
        Document feed = xml(site.get().uri("http://example.com/tags/{tag}/feed.atom", "日本").exchange());
        assertThat(feed.select("feed > link[rel=self]").attr("href")).isEqualTo(
                "http://example.com/tags/%E6%97%A5%E6%9C%AC/feed.atom");
        assertThat(feed.select("feed > title").text()).isEqualTo("日本 – foobar.com");

        feed = xml(site.get().uri("http://example.com/authors/ada/feed.atom").exchange());
        assertThat(feed.select("feed > id").text()).isEqualTo("tag:foobar.com,2026:stories/authors/ada");
        assertThat(feed.select("entry")).isEmpty();
    }

    @Test
    void unknownTagsAndAuthorsHaveNoFeed() {
        when(stories.byTag(any(), any(), anyInt())).thenReturn(Page.empty());

        assertThat(site.get().uri("/tags/none/feed.atom")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(site.get().uri("/authors/nobody/feed.atom")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void sitemapHasAPageForEachRangeOfStories() {
        when(stories.lastId()).thenReturn(20_001L);
        when(stories.addresses(10_001, 20_000)).thenReturn(List.of(new StoryAddress("a-title", Samples.TIME)));

        Document index = xml(site.get().uri("http://example.com/sitemap.xml").exchange());
        assertThat(index.select("sitemapindex > sitemap > loc").eachText()).containsExactly(
                "http://example.com/sitemap/1.xml", "http://example.com/sitemap/2.xml",
                "http://example.com/sitemap/3.xml");
        Document page = xml(site.get().uri("http://example.com/sitemap/2.xml").exchange());
        assertThat(page.select("urlset > url > loc").eachText()).containsExactly(
                "http://example.com/stories/a-title");
        assertThat(page.select("lastmod").eachText()).containsExactly("2026-11-25T10:15:30.123456Z");
        assertThat(site.get().uri("/sitemap/4.xml")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(site.get().uri("/sitemap/0.xml")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void sitemapOfAnEmptySiteHasItsHomePage() {
        assertThat(xml(site.get().uri("http://example.com/sitemap.xml").exchange()).select("loc").eachText())
                .containsExactly("http://example.com/sitemap/1.xml");
        assertThat(xml(site.get().uri("http://example.com/sitemap/1.xml").exchange()).select("loc").eachText())
                .containsExactly("http://example.com/");
    }

    @Test
    void robotsFindTheSitemap() {
        assertThat(site.get().uri("http://example.com/robots.txt")).hasStatusOk().bodyText().contains(
                "User-agent: *", "Sitemap: http://example.com/sitemap.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/feed.atom", "/tags/java/feed.atom", "/authors/ada/feed.atom", "/sitemap.xml",
            "/sitemap/1.xml", "/robots.txt" })
    void theWebServerMayKeepForASecondWhatIsTheSameForEverybody(String path) {
        assertThat(site.get().uri(path)).hasStatusOk().hasHeader("X-Accel-Expires", "1");
    }

    private static Document xml(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        String text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("<?xml").doesNotContain("\u0001");
        return Jsoup.parse(text, "", Parser.xmlParser());
    }
}
