package com.foobar.web.story;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.foobar.web.account.throttle.TooManyAttemptsException;
import com.foobar.web.idempotency.KeyReusedException;
import com.foobar.web.idempotency.Made;
import com.foobar.web.idempotency.RequestKey;
import com.foobar.web.markdown.Markdown;
import com.foobar.web.quota.Quotas;
import com.foobar.web.schema.Schema;
import com.foobar.web.security.WithSecurity;

import static com.foobar.web.security.Viewers.ADA;
import static com.foobar.web.security.Viewers.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

@WebMvcTest(EditorController.class)
@Import(Markdown.class)
@WithSecurity
class EditorControllerTests {

    private static final StoryText TYPED = new StoryText("My <title>", "My *body*", List.of("java", "spring-boot"));

    @Autowired
    private MockMvcTester site;

    @MockitoBean
    private Stories stories;

    @MockitoBean
    private Authoring authoring;

    @MockitoBean
    private Schema schema;

    @MockitoBean
    private Quotas limits;

    @BeforeEach
    void previewsAreMade() {
        when(limits.preview(any(), any(), any())).thenAnswer(call -> call.<Supplier<?>> getArgument(2).get());
    }

    @Test
    void formOfANewStoryIsEmpty() {
        Document page = page(site.get().uri("/stories/new").with(signedIn(ADA)), HttpStatus.OK);

        assertThat(page.select("form.editor").attr("action")).isEqualTo("/stories");
        assertThat(page.select("button[name=action]").eachAttr("value")).containsExactly("publish", "draft",
                "preview");
        assertThat(page.select("input[name=version], .wrong, .notice, .preview")).isEmpty();
    }

    @Test
    void storyIsPublishedUnlessADraftIsAskedFor() {
        when(authoring.write(anyLong(), any(), any(), eq(true))).thenReturn(Samples.story());
        when(authoring.write(anyLong(), any(), any(), eq(false))).thenReturn(Samples.draft());

        assertThat(typed("/stories").with(signedIn(ADA))).hasStatus3xxRedirection()
                .hasHeader(HttpHeaders.LOCATION, "/stories/a-title");
        verify(authoring).write(1, null, TYPED, true);
        assertThat(typed("/stories").param("action", "draft").with(signedIn(ADA))).hasStatus3xxRedirection()
                .hasHeader(HttpHeaders.LOCATION, "/stories/a-title/edit?saved");
        verify(authoring).write(1, null, TYPED, false);
    }

    @Test
    void eachFormHasAKeyOfItsOwnThatItKeepsUntilItHasMadeSomething() {
        String key = key(page(site.get().uri("/stories/new").with(signedIn(ADA)), HttpStatus.OK));

        assertThat(key).hasSize(22)
                .isNotEqualTo(key(page(site.get().uri("/stories/new").with(signedIn(ADA)), HttpStatus.OK)));
        assertThat(key(page(typed("/stories").param("key", key).param("action", "preview").with(signedIn(ADA)),
                HttpStatus.OK))).isEqualTo(key);
        assertThat(key(page(typed("/stories").param("key", key), HttpStatus.UNAUTHORIZED))).isEqualTo(key);
        assertThat(key(page(site.post().uri("/stories").param("key", key).with(signedIn(ADA)),
                HttpStatus.UNPROCESSABLE_CONTENT))).isEqualTo(key);
        assertThat(key(page(typed("/stories").param("key", "<made up>").param("action", "preview")
                .with(signedIn(ADA)), HttpStatus.OK))).hasSize(22);
        verifyNoInteractions(authoring);
    }

    @Test
    void storyIsWrittenUnderTheKeyOfItsForm() {
        RequestKey key = RequestKey.generate();
        when(authoring.write(1, key, TYPED, true)).thenReturn(Samples.story());

        assertThat(typed("/stories").param("key", key.text()).with(signedIn(ADA))).hasStatus3xxRedirection()
                .hasHeader(HttpHeaders.LOCATION, "/stories/a-title");
    }

    @Test
    void formThatHasMadeAStoryOfAnotherTextShowsBoth() {
        RequestKey key = RequestKey.generate();
        when(authoring.write(1, key, TYPED, true)).thenThrow(new StoryMadeException(new Made(Made.Kind.STORY, 7),
                Samples.story()));

        Document page = page(typed("/stories").param("key", key.text()).with(signedIn(ADA)), HttpStatus.CONFLICT);

        assertKept(page);
        assertThat(page.select(".notice").text()).contains("This form has made a story already");
        assertThat(page.select(".comparison ins").eachText()).contains("Title: My <title>", "My *body*");
        assertThat(page.select("form.editor").attr("action")).isEqualTo("/stories/a-title/edit");
        assertThat(page.select("button[formaction=/stories]").eachText()).containsExactly("Publish as another story");
        assertThat(key(page)).hasSize(22).isNotEqualTo(key.text());
    }

    @Test
    void formWhoseStoryIsGoneIsKeptAsANewOne() {
        RequestKey key = RequestKey.generate();
        when(authoring.write(1, key, TYPED, true)).thenThrow(new KeyReusedException(new Made(Made.Kind.STORY, 7)));

        Document page = page(typed("/stories").param("key", key.text()).with(signedIn(ADA)), HttpStatus.NOT_FOUND);

        assertKept(page);
        assertThat(page.select("form.editor").attr("action")).isEqualTo("/stories");
        assertThat(key(page)).hasSize(22).isNotEqualTo(key.text());
    }

    @Test
    void editThatIsSentTwiceIsAnsweredAsTheFirst() {
        StoryView stored = new StoryView(Samples.summary(Samples.ADA, Samples.TIME), "My *body*");
        StoryText typed = new StoryText("A <b>title</b>", "My *body*", List.of("日本", "java"));
        when(authoring.edit(1, "a-title", 2, typed, true)).thenThrow(new EditConflictException(stored));

        assertThat(site.post().uri("/stories/a-title/edit").param("title", "A <b>title</b>")
                .param("body", "My *body*").param("tags", "日本,java").param("version", "2").with(signedIn(ADA)))
                        .hasStatus3xxRedirection().hasHeader(HttpHeaders.LOCATION, "/stories/a-title");
    }

    @Test
    void whatNoButtonAsksForIsABadRequest() {
        assertThat(typed("/stories").param("action", "burn").with(signedIn(ADA))).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void previewShowsTheStoryAboveTheFilledForm() {
        Document page = page(typed("/stories").param("action", "preview").with(signedIn(ADA)), HttpStatus.OK);

        assertThat(page.select(".preview em").eachText()).containsExactly("body");
        assertThat(page.select(".preview .title").eachText()).containsExactly("My <title>");
        assertKept(page);
        verifyNoInteractions(authoring);
    }

    @Test
    void whatIsWrongIsSaidBesideWhatWasTyped() {
        Document page = page(site.post().uri("/stories").param("title", " ").param("body", "My *body*")
                .param("tags", "a b, c++,a b,ok").with(signedIn(ADA)), HttpStatus.UNPROCESSABLE_CONTENT);

        assertThat(page.select("#title-wrong").eachText()).containsExactly("Give the story a title.");
        assertThat(page.select("#tags-wrong").eachText()).containsExactly(
                "A tag has letters, digits and hyphens between them, at most 30 characters.");
        assertThat(page.select("[aria-invalid=true]").eachAttr("name")).containsExactly("title", "tags");
        assertThat(page.select("textarea").text()).isEqualTo("My *body*");
        assertThat(page.select("[name=tags]").attr("value")).isEqualTo("a b, c++, ok");
    }

    @Test
    void tooManyTagsAreRefused() {
        Document page = page(site.post().uri("/stories").param("title", "T").param("body", "B").param("tags",
                "a,b,c,d,e,f").with(signedIn(ADA)), HttpStatus.UNPROCESSABLE_CONTENT);

        assertThat(page.select("#tags-wrong").eachText()).containsExactly("A story has at most 5 tags.");
    }

    @ParameterizedTest
    @ValueSource(strings = { "publish", "draft", "preview" })
    void nobodysStoryIsKeptInTheForm(String action) {
        Document page = page(typed("/stories").param("action", action), HttpStatus.UNAUTHORIZED);

        assertKept(page);
        assertThat(page.select(".preview")).isEmpty();
        assertThat(page.select(".notice a").eachAttr("href")).contains("/sign-in");
        verifyNoInteractions(authoring);
    }

    @Test
    void refusedStoryIsKeptInTheForm() {
        when(authoring.write(anyLong(), any(), any(), anyBoolean())).thenThrow(new TransientDataAccessResourceException(
                "Refused.", new SQLException("refused", "HY000", 1290)));

        MvcTestResult answer = typed("/stories").with(signedIn(ADA)).exchange();

        assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader(HttpHeaders.RETRY_AFTER, "2");
        Document page = Jsoup.parse(StoryControllerTests.body(answer));
        assertKept(page);
        assertThat(page.select(".notice").text()).contains("nothing was stored");
    }

    @Test
    void storyBeyondTheLimitIsKeptInTheForm() {
        doThrow(new TooManyAttemptsException(Duration.ofSeconds(90))).when(limits).countStory(eq(ADA), any());
        when(stories.findOwn("a-title", 1)).thenReturn(Samples.story());

        for (String path : new String[]{ "/stories", "/stories/a-title/edit" }) {
            MvcTestResult answer = typed(path).param("version", "3").with(signedIn(ADA)).exchange();

            assertThat(answer).hasStatus(HttpStatus.TOO_MANY_REQUESTS).hasHeader(HttpHeaders.RETRY_AFTER, "90");
            Document page = Jsoup.parse(StoryControllerTests.body(answer));
            assertKept(page);
            assertThat(page.select(".notice").text()).contains("Try again in 2 minutes.");
        }
        verify(authoring, never()).write(anyLong(), any(), any(), anyBoolean());
        verify(authoring, never()).edit(anyLong(), any(), anyLong(), any(), anyBoolean());
    }

    @Test
    void previewBeyondTheLimitIsNotMade() {
        doThrow(new TooManyAttemptsException(Duration.ofSeconds(1))).when(limits).preview(any(), any(), any());

        Document page = page(typed("/stories").param("action", "preview").with(signedIn(ADA)),
                HttpStatus.TOO_MANY_REQUESTS);

        assertKept(page);
        assertThat(page.select(".preview")).isEmpty();
    }

    @Test
    void nobodyIsToldThatAStoryWasNotStoredWhereThatIsUnknown() {
        when(authoring.write(anyLong(), any(), any(), anyBoolean())).thenThrow(new TransientDataAccessResourceException(
                "Lost.", new SQLException("lost", "08007")));

        Document page = page(typed("/stories").with(signedIn(ADA)), HttpStatus.SERVICE_UNAVAILABLE);

        assertKept(page);
        assertThat(page.select(".notice").text()).contains("Look whether it was stored").doesNotContain(
                "nothing was stored");
    }

    @Test
    void editorOfAStoryHoldsItWithItsVersion() {
        when(stories.findOwn("a-title", 1)).thenReturn(Samples.story());

        Document page = page(site.get().uri("/stories/a-title/edit").with(signedIn(ADA)), HttpStatus.OK);

        assertThat(page.select("form.editor").attr("action")).isEqualTo("/stories/a-title/edit");
        assertThat(page.select("[name=version]").attr("value")).isEqualTo("3");
        assertThat(page.select("[name=title]").attr("value")).isEqualTo("A <b>title</b>");
        assertThat(page.select("textarea").first().wholeText()).isEqualTo("# Head\n\nA *body* <script>");
        assertThat(page.select("[name=tags]").attr("value")).isEqualTo("java, 日本");
        assertThat(page.select("button[name=action]").eachAttr("value")).containsExactly("publish", "preview");
    }

    @Test
    void draftIsSavedAgainAsADraft() {
        when(authoring.edit(1, "a-title", 3, TYPED, false)).thenReturn(Samples.draft());

        assertThat(typed("/stories/a-title/edit").param("version", "3").param("draft", "true").param("action", "draft")
                .with(signedIn(ADA))).hasStatus3xxRedirection().hasHeader(HttpHeaders.LOCATION,
                        "/stories/a-title/edit?saved");
    }

    @Test
    void previewOfAnEditKeepsWhatItIsBasedOn() {
        Document page = page(typed("/stories/a-title/edit").param("version", "3").param("draft", "true")
                .param("action", "preview").with(signedIn(ADA)), HttpStatus.OK);

        assertKept(page);
        assertThat(page.select("[name=version]").attr("value")).isEqualTo("3");
        assertThat(page.select("[name=draft]").attr("value")).isEqualTo("true");
    }

    @Test
    void twoEditsThatMeetAreShownSideBySide() {
        when(authoring.edit(1, "a-title", 2, TYPED, true)).thenThrow(new EditConflictException(Samples.story()));

        Document page = page(typed("/stories/a-title/edit").param("version", "2").with(signedIn(ADA)),
                HttpStatus.CONFLICT);

        assertKept(page);
        assertThat(page.select(".comparison del").eachText()).contains("Title: A <b>title</b>", "# Head",
                "A *body* <script>");
        assertThat(page.select(".comparison ins").eachText()).contains("Title: My <title>", "My *body*");
        assertThat(page.select("[name=version]").attr("value")).isEqualTo("3");
    }

    @Test
    void editOfAStoryThatIsGoneIsKeptAsANewOne() {
        when(authoring.edit(1, "a-title", 2, TYPED, true)).thenThrow(NotFoundException.story());

        Document page = page(typed("/stories/a-title/edit").param("version", "2").with(signedIn(ADA)),
                HttpStatus.NOT_FOUND);

        assertKept(page);
        assertThat(page.select(".notice").text()).contains("nothing was stored");
        assertThat(page.select("form.editor").attr("action")).isEqualTo("/stories");
        assertThat(page.select("button[name=action]").eachAttr("value")).contains("draft");
    }

    @Test
    void editWithoutAVersionIsABadRequest() {
        assertThat(typed("/stories/a-title/edit").with(signedIn(ADA))).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private MockMvcRequestBuilder typed(String path) {
        return site.post().uri(path).param("title", "My <title>").param("body", "My *body*").param("tags",
                "Java, spring-boot");
    }

    private static Document page(MockMvcRequestBuilder request, HttpStatus status) {
        MvcTestResult answer = request.exchange();
        assertThat(answer).hasStatus(status);
        return Jsoup.parse(StoryControllerTests.body(answer));
    }

    private static String key(Document page) {
        return page.select("form.editor [name=key]").attr("value");
    }

    private static void assertKept(Document page) {
        assertThat(page.select("[name=title]").attr("value")).isEqualTo("My <title>");
        assertThat(page.select("textarea").text()).isEqualTo("My *body*");
        assertThat(page.select("[name=tags]").attr("value")).isEqualTo("java, spring-boot");
    }
}
