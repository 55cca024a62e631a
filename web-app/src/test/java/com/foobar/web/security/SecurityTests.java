package com.foobar.web.security;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.account.ApiTokens;
import com.foobar.web.account.Preferences;
import com.foobar.web.account.Scope;
import com.foobar.web.account.Sessions;
import com.foobar.web.account.TokenGrant;
import com.foobar.web.account.Viewer;
import com.foobar.web.schema.Schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

@WebMvcTest(SecurityTests.Echo.class)
@Import(SecurityTests.Echo.class)
@WithSecurity
class SecurityTests {

    /** Responds with the name of the viewer. */
    @RestController
    static class Echo {

        @RequestMapping("/**")
        String name(@AuthenticationPrincipal @Nullable Viewer viewer) {
            return viewer == null ? "nobody" : viewer.username();
        }

        @RequestMapping({ "/denied", "/api/denied" })
        String deny() {
            throw new AccessDeniedException("Not yours.");
        }
    }

    private static final Viewer READER = new Viewer(1, "ada", "Ada Lovelace", Preferences.DEFAULT, null,
            new TokenGrant(3, Set.of(Scope.READ)));

    @Autowired
    private MockMvcTester site;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ApiTokens tokens;

    @MockitoBean
    private Schema schema;

    @Test
    void aSessionsCookieMakesTheViewer() {
        when(sessions.find("good")).thenReturn(Optional.of(Viewers.ADA));

        assertThat(site.get().uri("/").cookie(new Cookie("__Host-session", "good"))).hasBodyTextEqualTo("ada");
        assertThat(site.get().uri("/").cookie(new Cookie("__Host-session", "bad"))).hasBodyTextEqualTo("nobody");
        assertThat(site.get().uri("/")).hasBodyTextEqualTo("nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Bearer fbr_good", "bearer fbr_good", "BEARER  fbr_good" })
    void anApiTokenMakesTheViewer(String authorization) {
        when(tokens.find("fbr_good")).thenReturn(Optional.of(Viewers.ADA));

        assertThat(site.post().uri("/api/v1/stories").header("Authorization", authorization))
                .hasBodyTextEqualTo("ada");
    }

    @Test
    void anApiTokenOpensNoPage() {
        when(tokens.find("fbr_good")).thenReturn(Optional.of(Viewers.ADA));

        assertThat(site.get().uri("/settings").header("Authorization", "Bearer fbr_good"))
                .hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/sign-in?next=%2Fsettings");
    }

    @ParameterizedTest
    @ValueSource(strings = { "POST", "PUT", "DELETE", "PATCH" })
    void anApiTokenThatMayOnlyReadChangesNothing(String method) {
        when(tokens.find("fbr_good")).thenReturn(Optional.of(READER));

        for (String path : List.of("/api/v1/stories", "/api/v1/sessions", "/api/v1/me/password", "/api/anything")) {
            assertThat(site.method(HttpMethod.valueOf(method)).uri(path).header("Authorization", "Bearer fbr_good"))
                    .hasStatus(HttpStatus.FORBIDDEN).hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .hasHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"write\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "HEAD", "OPTIONS" })
    void anApiTokenThatMayOnlyReadReads(String method) {
        when(tokens.find("fbr_good")).thenReturn(Optional.of(READER));

        assertThat(site.method(HttpMethod.valueOf(method)).uri("/api/v1/me/drafts").header("Authorization",
                "Bearer fbr_good")).hasStatusOk();
    }

    @Test
    void anUnknownApiTokenIsRefusedEvenWhereNoneIsNeeded() {
        when(tokens.find(any())).thenReturn(Optional.empty());

        assertThat(site.get().uri("/api/v1/stories").header("Authorization", "Bearer fbr_bad"))
                .hasStatus(HttpStatus.UNAUTHORIZED).hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"").bodyJson()
                .extractingPath("$.status").isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/assets/site.css", "/readyz", "/livez", "/actuator/health" })
    void whatIsTheSameForAllAsksForNobody(String path) {
        assertThat(site.get().uri(path).cookie(new Cookie("__Host-session", "good"))).hasBodyTextEqualTo("nobody");
        verifyNoInteractions(sessions);
    }

    @ParameterizedTest
    @CsvSource({ "/settings, /sign-in?next=%2Fsettings", "/settings/tokens, /sign-in?next=%2Fsettings%2Ftokens",
            "/drafts?after=a%2Bb, /sign-in?next=%2Fdrafts%3Fafter%3Da%252Bb",
            "/stories/new, /sign-in?next=%2Fstories%2Fnew",
            "/stories/a-slug/edit, /sign-in?next=%2Fstories%2Fa-slug%2Fedit",
            "/stories/a-slug/delete, /sign-in?next=%2Fstories%2Fa-slug%2Fdelete" })
    void whoWantsAPageOfTheirOwnSignsInFirst(String path, String location) {
        assertThat(site.get().uri(URI.create(path))).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", location);
    }

    @Test
    void theAddressOfTheSignInPageDoesNotGrowWithTheOneThatWasAskedFor() {
        assertThat(site.get().uri(URI.create("/drafts?x=" + "x".repeat(900)))).hasHeader("Location",
                "/sign-in?next=%2Fdrafts%3Fx%3D" + "x".repeat(900));
        assertThat(site.get().uri(URI.create("/drafts?x=" + "x".repeat(2_000)))).hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/sign-in");
        assertThat(site.get().uri(URI.create("/drafts?" + "?".repeat(900)))).hasHeader("Location", "/sign-in");
    }

    @ParameterizedTest
    @CsvSource({ "POST, /settings/profile", "POST, /stories/a/delete", "POST, /stories/a/comments/1/delete",
            "POST, /sign-out",
            "POST, /", "PUT, /stories", "DELETE, /anything" })
    void whoChangesAnythingSignsInFirst(String method, String path) {
        assertThat(site.method(HttpMethod.valueOf(method)).uri(path)).hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/sign-in", "/sign-up", "/stories", "/stories/a-slug/edit", "/stories/a-slug/comments",
            "/stories/a-slug/comments/1/edit" })
    void whatWasTypedReachesItsControllerFromAnybody(String path) {
        assertThat(site.post().uri(path)).hasBodyTextEqualTo("nobody");
    }

    @ParameterizedTest
    @CsvSource({ "POST, /api/v1/stories", "PUT, /api/v1/stories/a", "DELETE, /api/v1/stories/a", "GET, /api/v1/me",
            "GET, /api/v1/me/drafts" })
    void aProgramIsToldHowToSayWhoItIs(String method, String path) {
        assertThat(site.method(HttpMethod.valueOf(method)).uri(path)).hasStatus(HttpStatus.UNAUTHORIZED)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON).hasHeader("WWW-Authenticate", "Bearer")
                .bodyJson().extractingPath("$.instance").isEqualTo(path);
    }

    @Test
    void aProgramReadsWithoutAToken() {
        assertThat(site.get().uri("/api/v1/stories")).hasBodyTextEqualTo("nobody");
    }

    @Test
    void aPageThatIsNotTheViewersIsRefused() {
        assertThat(site.get().uri("/denied").with(Viewers.signedIn(Viewers.ADA))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aProgramIsRefusedWithAProblemDetail() {
        assertThat(site.get().uri("/api/denied").with(Viewers.signedIn(Viewers.ADA)))
                .hasStatus(HttpStatus.FORBIDDEN).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({ "GET, /, same-origin, 200", "GET, /assets/site.css, same-origin, 200",
            "GET, /actuator/health, same-origin, 200", "GET, /settings, same-origin, 303",
            "GET, /api/v1/me, same-origin, 401", "POST, /stories, cross-site, 403", "GET, /a;b=c, same-origin, 400" })
    void everyResponseHasTheSecurityHeadersWhateverRefusesTheRequest(String method, String path, String origin,
            int status) {
        assertThat(site.method(HttpMethod.valueOf(method)).uri(URI.create(path)).header("Sec-Fetch-Site", origin))
                .hasStatus(status).hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "same-origin").hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                .hasHeader("Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    @Test
    void whereNoDatabaseSaysWhoItIsTheRequestIsAnsweredAsAnyThatNeedsOne() {
        when(sessions.find("good")).thenThrow(new TransientDataAccessResourceException("No database answers."));

        for (String path : List.of("/settings", "/api/v1/me")) {
            assertThat(site.get().uri(path).cookie(new Cookie("__Host-session", "good")))
                    .hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader("Retry-After", "2");
        }
    }
}
