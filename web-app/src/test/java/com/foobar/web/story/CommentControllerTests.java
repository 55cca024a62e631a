package com.foobar.web.story;

import java.time.Duration;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

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
import com.foobar.web.idempotency.Made;
import com.foobar.web.idempotency.RequestKey;
import com.foobar.web.markdown.Markdown;
import com.foobar.web.paging.Cursor;
import com.foobar.web.quota.Quotas;
import com.foobar.web.schema.Schema;
import com.foobar.web.security.WithSecurity;

import static com.foobar.web.security.Viewers.ADA;
import static com.foobar.web.security.Viewers.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

@WebMvcTest(CommentController.class)
@Import(Markdown.class)
@WithSecurity
class CommentControllerTests {

    private static final CommentText TYPED = new CommentText("My *comment*");

    @Autowired
    private MockMvcTester site;

    @MockitoBean
    private Comments comments;

    @MockitoBean
    private Schema schema;

    @MockitoBean
    private Quotas limits;

    @Test
    void commentIsAddedAndThenShown() {
        when(comments.add(1, null, "a-title", TYPED)).thenReturn(Samples.comment(5, Samples.ADA, false));

        assertThat(typed("/stories/a-title/comments").with(signedIn(ADA))).hasStatus3xxRedirection()
                .hasHeader(HttpHeaders.LOCATION, "/stories/a-title?after=" + new Cursor(Samples.TIME, 4).text()
                        + "#comment-5");
    }

    @Test
    void whatIsWrongIsSaidBesideWhatWasTyped() {
        Document page = page(site.post().uri("/stories/a-title/comments").param("body", " ").with(signedIn(ADA)),
                HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page.select(".wrong").eachText()).containsExactly("Write a comment.");

        page = page(site.post().uri("/stories/a-title/comments").param("body", "a".repeat(5_001)).with(signedIn(ADA)),
                HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page.select(".wrong").eachText()).containsExactly("A comment has at most 5000 characters.");
        assertThat(page.select("textarea").text()).hasSize(5_001);
    }

    @Test
    void nobodysCommentIsKeptInTheForm() {
        Document page = page(typed("/stories/a-title/comments"), HttpStatus.UNAUTHORIZED);

        assertThat(page.select("textarea").text()).isEqualTo("My *comment*");
        assertThat(page.select("form.editor").attr("action")).isEqualTo("/stories/a-title/comments");
        assertThat(page.select(".notice a").eachAttr("href")).contains("/sign-in");
        verifyNoInteractions(comments);
    }

    @Test
    void refusedCommentIsKeptInTheForm() {
        when(comments.add(anyLong(), any(), any(), any())).thenThrow(new TransientDataAccessResourceException("Away."));

        MvcTestResult answer = typed("/stories/a-title/comments").with(signedIn(ADA)).exchange();

        assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader(HttpHeaders.RETRY_AFTER, "2");
        assertThat(Jsoup.parse(StoryControllerTests.body(answer)).select("textarea").text()).isEqualTo(
                "My *comment*");
    }

    @Test
    void formThatHasMadeACommentOfAnotherTextShowsBoth() {
        RequestKey key = RequestKey.generate();
        when(comments.add(1, key, "a-title", TYPED)).thenThrow(new CommentMadeException(new Made(Made.Kind.COMMENT, 5),
                Samples.comment(5, Samples.ADA, false)));

        Document page = page(typed("/stories/a-title/comments").param("key", key.text()).with(signedIn(ADA)),
                HttpStatus.CONFLICT);

        assertThat(page.select(".conflict em").eachText()).containsExactly("comment");
        assertThat(page.select("textarea").text()).isEqualTo("My *comment*");
        assertThat(page.select("form.editor").attr("action")).isEqualTo("/stories/a-title/comments/5/edit");
        assertThat(page.select("[formaction]").attr("formaction")).isEqualTo("/stories/a-title/comments");
        assertThat(page.select("form.editor [name=key]").attr("value")).hasSize(22).isNotEqualTo(key.text());
    }

    @Test
    void editThatIsSentTwiceIsAnsweredAsTheFirst() {
        CommentView stored = new CommentView(5, Samples.ADA, "My *comment*", Samples.TIME, Samples.TIME, false, 5);
        when(comments.edit(1, "a-title", 5, 4L, TYPED)).thenThrow(new CommentConflictException(stored));

        assertThat(typed("/stories/a-title/comments/5/edit").param("version", "4").with(signedIn(ADA)))
                .hasStatus3xxRedirection();
    }

    @Test
    void commentBeyondTheLimitIsKeptInTheForm() {
        doThrow(new TooManyAttemptsException(Duration.ofSeconds(90))).when(limits).countComment(eq(ADA), any());
        when(comments.find("a-title", 5, 1L)).thenReturn(Samples.comment(5, Samples.ADA, false));

        for (String path : new String[]{ "/stories/a-title/comments", "/stories/a-title/comments/5/edit" }) {
            MvcTestResult answer = typed(path).param("version", "4").with(signedIn(ADA)).exchange();

            assertThat(answer).hasStatus(HttpStatus.TOO_MANY_REQUESTS).hasHeader(HttpHeaders.RETRY_AFTER, "90");
            Document page = Jsoup.parse(StoryControllerTests.body(answer));
            assertThat(page.select("textarea").text()).isEqualTo("My *comment*");
            assertThat(page.select(".notice").text()).contains("Try again in 2 minutes.");
        }
        verify(comments, never()).add(anyLong(), any(), any(), any());
        verify(comments, never()).edit(anyLong(), any(), anyLong(), any(), any());
    }

    @Test
    void commentOnWhatIsGoneIsKeptInTheForm() {
        when(comments.add(anyLong(), any(), any(), any())).thenThrow(NotFoundException.story());
        when(comments.edit(anyLong(), any(), anyLong(), any(), any())).thenThrow(NotFoundException.comment());

        for (String path : new String[]{ "/stories/none/comments", "/stories/a-title/comments/5/edit" }) {
            Document page = page(typed(path).param("version", "4").with(signedIn(ADA)), HttpStatus.NOT_FOUND);
            assertThat(page.select("textarea").text()).isEqualTo("My *comment*");
            assertThat(page.select(".notice").text()).contains("nothing was stored");
        }
    }

    @Test
    void commentIsEditedByItsAuthor() {
        when(comments.find("a-title", 5, 1L)).thenReturn(Samples.comment(5, Samples.ADA, false));
        when(comments.find("a-title", 6, 1L)).thenReturn(Samples.comment(6, Samples.BOB, false));
        when(comments.edit(1, "a-title", 5, 4L, TYPED)).thenReturn(Samples.comment(5, Samples.ADA, false));

        Document page = page(site.get().uri("/stories/a-title/comments/5/edit").with(signedIn(ADA)), HttpStatus.OK);
        assertThat(page.select("textarea").text()).isEqualTo("A *comment*");
        assertThat(page.select("[name=version]").attr("value")).isEqualTo("4");
        assertThat(site.get().uri("/stories/a-title/comments/6/edit").with(signedIn(ADA))).hasStatus(
                HttpStatus.FORBIDDEN);
        assertThat(typed("/stories/a-title/comments/5/edit").param("version", "4").with(signedIn(ADA)))
                .hasStatus3xxRedirection();
    }

    @Test
    void twoEditsThatMeetAreBothShown() {
        when(comments.edit(1, "a-title", 5, 3L, TYPED)).thenThrow(new CommentConflictException(Samples.comment(5,
                Samples.ADA, false)));

        Document page = page(typed("/stories/a-title/comments/5/edit").param("version", "3").with(signedIn(ADA)),
                HttpStatus.CONFLICT);

        assertThat(page.select(".conflict em").eachText()).containsExactly("comment");
        assertThat(page.select("textarea").text()).isEqualTo("My *comment*");
        assertThat(page.select("[name=version]").attr("value")).isEqualTo("4");
    }

    @Test
    void commentIsHiddenShownAndDeleted() {
        when(comments.hide(1, "a-title", 5, true)).thenReturn(Samples.comment(5, Samples.BOB, true));
        when(comments.hide(1, "a-title", 5, false)).thenReturn(Samples.comment(5, Samples.BOB, false));

        for (String action : new String[]{ "hide", "show", "delete" }) {
            assertThat(site.post().uri("/stories/a-title/comments/5/" + action).with(signedIn(ADA))).as(action)
                    .hasStatus3xxRedirection();
        }
        verify(comments).delete(1, "a-title", 5);
    }

    private MockMvcRequestBuilder typed(String path) {
        return site.post().uri(path).param("body", "My *comment*");
    }

    private static Document page(MockMvcRequestBuilder request, HttpStatus status) {
        MvcTestResult answer = request.exchange();
        assertThat(answer).hasStatus(status);
        return Jsoup.parse(StoryControllerTests.body(answer));
    }
}
