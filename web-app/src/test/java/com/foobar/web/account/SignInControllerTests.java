package com.foobar.web.account;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.foobar.web.account.throttle.TooManyAttemptsException;
import com.foobar.web.forms.RejectedException;
import com.foobar.web.schema.Schema;
import com.foobar.web.security.Viewers;
import com.foobar.web.security.WithSecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

@WebMvcTest({ SignInController.class, SignUpController.class })
@WithSecurity
class SignInControllerTests {

    private static final String PASSWORD = "correct horse battery";
    private static final SignedIn SIGNED_IN = new SignedIn("token", new KnownDevice(7, "known"));

    @Autowired
    private MockMvcTester site;

    @Autowired
    private Sessions sessions;

    @MockitoBean
    private Accounts accounts;

    @MockitoBean
    private Schema schema;

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
        when(accounts.signIn("ada", PASSWORD, client())).thenReturn(Optional.of(SIGNED_IN));

        assertThat(signIn("/drafts?after=a")).hasRedirectedUrl("/drafts?after=a").headers()
                .hasHeaderSatisfying("Set-Cookie", cookies -> assertThat(cookies.getFirst())
                        .startsWith("__Host-session=token; Path=/; Max-Age=2592000;")
                        .contains("; Secure", "; HttpOnly", "; SameSite=Lax").doesNotContain("Domain"));
    }

    @Test
    void whatADeviceIsKnownByIsSentToSignInAloneSoThatPagesComeFromTheCache() {
        when(accounts.signIn(any(), any(), any())).thenReturn(Optional.of(SIGNED_IN));

        assertThat(signIn("/")).headers().hasHeaderSatisfying("Set-Cookie", cookies -> assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("__Secure-device-7=known; ")).hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "; SameSite=Lax",
                        "; Max-Age=31536000").doesNotContain("Domain"))
                .anySatisfy(cookie -> assertThat(cookie).contains("Path=/sign-in;"))
                .anySatisfy(cookie -> assertThat(cookie).contains("Path=/api/v1/sessions;")));
    }

    @Test
    void aBrowserRemembersAFewAccountsAndForgetsTheOthers() {
        when(accounts.signIn(any(), any(), any())).thenReturn(Optional.of(SIGNED_IN));
        Cookie[] cookies = IntStream.rangeClosed(11, 19)
                .mapToObj(account -> new Cookie("__Secure-device-" + account, "x"))
                .toArray(Cookie[]::new);

        assertThat(site.post().uri("/sign-in").cookie(cookies).param("username", "ada").param("password", PASSWORD))
                .headers().hasHeaderSatisfying("Set-Cookie", set -> assertThat(set)
                        .filteredOn(cookie -> cookie.contains("Max-Age=0")).allSatisfy(cookie -> assertThat(cookie)
                                .matches("__Secure-device-1[89]=;.*"))
                        .hasSize(4));
    }

    @ParameterizedTest
    @ValueSource(strings = { "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nX: y" })
    void nobodyIsSentToAnotherSite(String next) {
        when(accounts.signIn(any(), any(), any())).thenReturn(Optional.of(SIGNED_IN));

        assertThat(signIn(next)).hasRedirectedUrl("/");
        assertThat(site.get().uri("/sign-in").param("next", next)).bodyText()
                .contains("name=\"next\" value=\"/\"");
        assertThat(site.get().uri("/sign-in").param("next", next).with(Viewers.signedIn(Viewers.ADA)))
                .hasRedirectedUrl("/");
    }

    @Test
    void thePageIsGoneOnToAfterAMistake() {
        when(accounts.signIn(any(), any(), any())).thenReturn(Optional.empty());

        MvcTestResult answer = signIn("/drafts");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).doesNotContainHeader("Set-Cookie");
        assertThat(answer).bodyText().contains("The username or the password is wrong.", "value=\"/drafts\"",
                "value=\"ada\"").doesNotContain(PASSWORD);
    }

    @Test
    void passwordManagersFindTheirFields() {
        assertThat(site.get().uri("/sign-in")).bodyText().contains("autocomplete=\"username\"",
                "autocomplete=\"current-password\"");
        assertThat(site.get().uri("/sign-up")).bodyText().contains("autocomplete=\"username\"",
                "autocomplete=\"new-password\"", "autocomplete=\"email\"");
    }

    @Test
    void whoIsTurnedAwayLearnsForHowLong() {
        when(accounts.signIn(any(), any(), any())).thenThrow(new TooManyAttemptsException(Duration.ofSeconds(90)));

        assertThat(signIn("/")).hasStatus(HttpStatus.TOO_MANY_REQUESTS).hasHeader("Retry-After", "90").bodyText()
                .contains("Try again in 2 minutes", "value=\"ada\"").doesNotContain(PASSWORD);
    }

    @Test
    void whileTheDatabaseIsAwayTheFormIsKept() {
        when(accounts.signUp(any(), any())).thenThrow(
                new TransientDataAccessResourceException("lost", new SQLException("lost", "08007")));

        assertThat(site.post().uri("/sign-up").param("username", "ada").param("displayName", "<Ada>")
                .param("email", "ada@example.com").param("password", PASSWORD))
                        .hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader("Retry-After", "2").bodyText()
                        .contains("value=\"ada\"", "value=\"&lt;Ada&gt;\"", "value=\"ada@example.com\"",
                                "Look whether it was stored")
                        .doesNotContain(PASSWORD);
    }

    @Test
    void whatIsWrongIsSaidBesideEachField() {
        when(accounts.signUp(any(), any())).thenThrow(new RejectedException("email", "Not an address."));

        assertThat(site.post().uri("/sign-up").param("username", "ada")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .containsPattern("id=\"email\"[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"email-said\"")
                .containsPattern("(?s)id=\"email-said\".{0,300}Not an address\\.")
                .containsPattern("id=\"username\"[^>]*aria-invalid=\"false\"");
    }

    @Test
    void signingOutClearsTheCookieEvenWhereTheSessionCannotBeRevoked() {
        when(sessions.revoke(1, 11)).thenThrow(new TransientDataAccessResourceException("No database answers."));

        assertThat(site.post().uri("/sign-out").with(Viewers.signedIn(Viewers.ADA)))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE).headers().hasHeaderSatisfying("Set-Cookie",
                        cookies -> assertThat(cookies.getFirst()).startsWith("__Host-session=; Path=/; Max-Age=0;"));
        verify(sessions).revoke(1, 11);
    }

    private static Client client() {
        return new Client("127.0.0.1", "");
    }

    private MvcTestResult signIn(String next) {
        return site.post().uri("/sign-in").param("username", "ada").param("password", PASSWORD).param("next", next)
                .exchange();
    }
}
