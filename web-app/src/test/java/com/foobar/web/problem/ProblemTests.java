package com.foobar.web.problem;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.schema.Schema;
import com.foobar.web.security.Viewers;
import com.foobar.web.security.WithSecurity;

import static com.foobar.web.security.Viewers.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(ProblemTests.Probe.class)
@WithSecurity
@Import(ProblemTests.Probe.class)
class ProblemTests {

    @Autowired
    private MockMvcTester site;

    @MockitoBean
    private Schema schema;

    private static RuntimeException failure = new IllegalStateException();

    record Body(String title, int count, Colour colour) {}

    enum Colour {
        RED, BLUE
    }

    @RestController
    static class Probe {

        @PostMapping(path = "/api/v1/probe", produces = "application/json", consumes = "application/json")
        String post(@RequestBody Body body) {
            return body.toString();
        }

        @GetMapping(path = "/api/v1/probe/{id}", produces = "application/json")
        String get(@PathVariable long id, @RequestParam int size) {
            throw failure;
        }
    }

    @Test
    void anUnknownAddressIsAProblemAndNotAPage() {
        assertProblem(site.get().uri("/api/v1/unheard-of").accept(MediaType.TEXT_HTML).exchange(),
                ProblemType.NOT_FOUND);
        assertProblem(site.get().uri("/api/v1/probe/seven?size=1").exchange(), ProblemType.NOT_FOUND);
    }

    @Test
    void theMethodsThatThereAreAreListed() {
        MvcTestResult answer = site.delete().uri("/api/v1/probe").with(signedIn(Viewers.ADA)).exchange();

        assertProblem(answer, ProblemType.METHOD_NOT_ALLOWED);
        assertThat(answer).hasHeader(HttpHeaders.ALLOW, "POST");
    }

    @Test
    void whoAcceptsNoJsonIsToldSoInJson() {
        assertProblem(site.get().uri("/api/v1/probe/1?size=1").accept(MediaType.TEXT_PLAIN).exchange(),
                ProblemType.NOT_ACCEPTABLE);
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        assertProblem(
                site.post().uri("/api/v1/probe").with(signedIn(Viewers.ADA)).contentType(MediaType.TEXT_PLAIN)
                        .content("{}").exchange(),
                ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(post("{\"title\":\n \"a\" \"b\"}")).bodyText().contains("malformed-request", "line 2, column 6");
        assertProblem(post("{\"count\": 1} {}"), ProblemType.MALFORMED_REQUEST);
        assertProblem(post(""), ProblemType.MALFORMED_REQUEST);
        assertProblem(post("[]"), ProblemType.MALFORMED_REQUEST);
        assertProblem(post("{\"title\": \"a\", \"title\": \"b\"}"), ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void eachFieldThatIsWrongIsNamed() {
        assertField("{\"count\": 1, \"titel\": \"a\"}", "titel",
                "There is no such field; there are colour, count, title.");
        assertField("{\"title\": 5}", "title", "This must be a string.");
        assertField("{\"title\": \"a\", \"count\": \"many\"}", "count", "This must be a whole number.");
        assertField("{\"title\": \"a\", \"count\": 1.5}", "count", "This must be a whole number.");
        assertField("{\"title\": \"a\", \"count\": 1, \"colour\": \"green\"}", "colour",
                "This must be one of red, blue.");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        assertProblem(post("{\"count\": 1, \"title\": \"" + "a".repeat(1 << 20) + "\"}"), ProblemType.TOO_LARGE);
    }

    @Test
    void aParameterThatIsWrongIsNamed() {
        MvcTestResult answer = site.get().uri("/api/v1/probe/1?size=large").exchange();

        assertProblem(answer, ProblemType.MALFORMED_REQUEST);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo("size");
        assertProblem(site.get().uri("/api/v1/probe/1").exchange(), ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void whatTwoDoAtOnceIsDoneByTheFirst() {
        failure = new OptimisticLockingFailureException("Changed.");

        assertProblem(site.get().uri("/api/v1/probe/1?size=1").exchange(), ProblemType.OUTDATED);
    }

    @Test
    void nobodyIsToldThatNothingWasChangedWhereThatIsUnknown() {
        failure = new TransientDataAccessResourceException("Lost.", new SQLException("lost", "08007"));

        MvcTestResult answer = site.get().uri("/api/v1/probe/1?size=1").exchange();

        assertProblem(answer, ProblemType.UNAVAILABLE);
        assertThat(answer).hasHeader(HttpHeaders.RETRY_AFTER, "2").bodyText().contains("look whether it was");
        failure = new DataAccessResourceFailureException("Gone.");
        assertThat(site.get().uri("/api/v1/probe/1?size=1")).bodyText().contains("Nothing was changed");
    }

    @Test
    void aFaultOfTheSiteTellsNothingOfTheSite() {
        failure = new IllegalStateException("A secret.");

        MvcTestResult answer = site.get().uri("/api/v1/probe/1?size=1").exchange();

        assertProblem(answer, ProblemType.INTERNAL_ERROR);
        assertThat(answer).bodyText().doesNotContain("secret", "Exception");
    }

    @Test
    void whatThereIsNotIsNotThereForNobodyEither() {
        MvcTestResult answer = site.delete().uri("/api/v1/probe").exchange();

        assertProblem(answer, ProblemType.METHOD_NOT_ALLOWED);
        assertThat(answer).hasHeader(HttpHeaders.ALLOW, "POST");
        assertProblem(site.delete().uri("/api/v1/unheard-of").exchange(), ProblemType.NOT_FOUND);
    }

    @Test
    void whoMayChangeNothingIsToldToSignIn() {
        MvcTestResult answer = site.post().uri("/api/v1/probe").exchange();

        assertProblem(answer, ProblemType.NOT_SIGNED_IN);
        assertThat(answer).hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    @Test
    void aFilterThatRefusesAnswersWithAProblem() {
        assertProblem(site.post().uri("/api/v1/probe").header("Sec-Fetch-Site", "cross-site").exchange(),
                ProblemType.FORBIDDEN);
    }

    private MvcTestResult post(String body) {
        return site.post().uri("/api/v1/probe").with(signedIn(Viewers.ADA)).contentType(MediaType.APPLICATION_JSON)
                .content(body).exchange();
    }

    private void assertField(String body, String field, String message) {
        MvcTestResult answer = post(body);
        assertProblem(answer, ProblemType.INVALID);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].message").isEqualTo(message);
    }

    private static void assertProblem(MvcTestResult answer, ProblemType type) {
        assertThat(answer).hasStatus(type.status()).hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + type.code());
        assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(type.status().value());
    }
}
