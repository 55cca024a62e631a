package com.foobar.web.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import com.foobar.web.account.Accounts;
import com.foobar.web.account.ApiTokenView;
import com.foobar.web.account.ApiTokens;
import com.foobar.web.account.KnownDevice;
import com.foobar.web.account.NewApiToken;
import com.foobar.web.account.Preferences;
import com.foobar.web.account.Profile;
import com.foobar.web.account.ProfileChange;
import com.foobar.web.account.Profiles;
import com.foobar.web.account.Scope;
import com.foobar.web.account.SessionView;
import com.foobar.web.account.Sessions;
import com.foobar.web.account.Theme;
import com.foobar.web.account.TokenRequest;
import com.foobar.web.account.throttle.TooManyAttemptsException;
import com.foobar.web.schema.Schema;
import com.foobar.web.security.Viewers;
import com.foobar.web.security.WithSecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

@WebMvcTest({ SettingsController.class, PasswordController.class, SessionsController.class, TokensController.class,
        LeaveController.class })
@WithSecurity
class SettingsTests {

    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");
    private static final Profile ADA = new Profile(1, "ada", "Ada <Lovelace>", "First line.", "ada@example.com", true,
            TIME, 7);

    @Autowired
    private MockMvcTester site;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ApiTokens tokens;

    @MockitoBean
    private Accounts accounts;

    @MockitoBean
    private Profiles profiles;

    @MockitoBean
    private Schema schema;

    @BeforeEach
    void haveAnAccount() {
        when(profiles.profile(1)).thenReturn(ADA);
    }

    @Test
    void theFormsHoldWhatIsStored() {
        assertThat(get("/settings")).hasStatusOk().bodyText().contains("value=\"Ada &lt;Lovelace&gt;\"",
                "First line.", "value=\"ada@example.com\"", "name=\"version\" value=\"7\"",
                "<option value=\"Europe/Paris\">", "value=\"UTC\"")
                .containsPattern("name=\"emailVisible\"[^>]*checked")
                .containsPattern("value=\"system\" checked");
    }

    @Test
    void pagesAreAsTheirReaderChose() {
        assertThat(post("/settings/appearance").param("theme", "dark").param("timeZone", "Asia/Tokyo")
                .param("pageSize", "20")).hasRedirectedUrl("/settings?saved");

        verify(profiles).update(1, new Preferences(Theme.DARK, ZoneId.of("Asia/Tokyo"), 20));
    }

    @ParameterizedTest
    @CsvSource({ "purple, UTC, 10, Choose one of the themes", "dark, Mars/Olympus, 10, Choose a zone",
            "dark, UTC+1, 10, Choose a zone", "dark, UTC, 4, A page shows 5 to 50", "dark, UTC, many, A page shows",
            "dark, UTC, 99999999999, A page shows" })
    void whatCannotBeChosenIsSaidBesideWhatWasTyped(String theme, String zone, String size, String problem) {
        assertThat(post("/settings/appearance").param("theme", theme).param("timeZone", zone).param("pageSize", size))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText()
                .contains(problem, "value=\"" + zone + "\"", "value=\"" + size + "\"");
        verify(profiles, never()).update(anyLong(), any(Preferences.class));
    }

    @Test
    void whatWasTypedIsThereEvenWhereNothingCanBeRead() {
        when(profiles.profile(1)).thenThrow(new TransientDataAccessResourceException("No database answers."));

        assertThat(post("/settings/appearance").param("theme", "dark").param("timeZone", "Nowhere")
                .param("pageSize", "20")).bodyText().contains("Nowhere", "Your profile cannot be read");
    }

    @Test
    void aVersionThatIsNoneIsThatOfNoProfile() {
        assertThat(post("/settings/profile").param("displayName", "Ada").param("version", "not a number")
                .param("emailVisible", "maybe")).hasRedirectedUrl("/settings?saved");
        verify(profiles).update(1, new ProfileChange("Ada", null, null, false, -1));
    }

    @Test
    void thisSessionIsToldFromTheOthers() {
        when(sessions.list(1)).thenReturn(List.of(new SessionView(12, "Firefox on Linux", "192.0.2.1", TIME, TIME),
                new SessionView(11, "Chrome on Android", "192.0.2.2", TIME, TIME)));

        assertThat(get("/settings/sessions")).bodyText()
                .contains("4 March 2026, 05:06 UTC", "Sign out everywhere else", "/settings/sessions/12/revoke")
                .containsPattern("(?s)Chrome on Android</strong>\\s*<span class=\"tag\">this one")
                .doesNotContainPattern("(?s)Firefox on Linux</strong>\\s*<span class=\"tag\">this one");
    }

    @Test
    void signingOutOfThisSessionLeadsHome() {
        assertThat(post("/settings/sessions/12/revoke")).hasRedirectedUrl("/settings/sessions")
                .doesNotContainHeader("Set-Cookie");
        assertThat(post("/settings/sessions/11/revoke")).hasRedirectedUrl("/").containsHeader("Set-Cookie");
        verify(sessions).revoke(1, 12);
        verify(sessions).revoke(1, 11);
    }

    @Test
    void theOthersAreSignedOutAndThisOneStays() {
        assertThat(post("/settings/sessions/revoke-others")).hasRedirectedUrl("/settings/sessions");
        verify(sessions).revokeOthers(1, 11L);
    }

    @Test
    void tokensAreListedWithoutTheTokenItself() {
        when(tokens.list(1))
                .thenReturn(List.of(new ApiTokenView(3, "Backup <1>", EnumSet.of(Scope.READ), TIME, null, null),
                        new ApiTokenView(2, "Robot", EnumSet.allOf(Scope.class), TIME, TIME, TIME)));

        assertThat(get("/settings/tokens")).bodyText().contains("Backup &lt;1&gt;", "good until it is revoked",
                "/settings/tokens/3/revoke", "may read<", "never used", "may read and write<")
                .containsPattern("last used\\s*<time").containsPattern("value=\"QUARTER\"[^>]*selected")
                .doesNotContain("FOREVER");
    }

    @Test
    void aLifetimeThatIsNotOfTheListIsRefused() {
        assertThat(post("/settings/tokens").param("name", "Backup").param("lifetime", "CENTURY"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("Choose one of the list.", "Backup");
        verify(accounts, never()).makeToken(any(), any(), any());
    }

    @Test
    void aTokenIsMadeWithThePasswordAsItWasChosen() {
        when(accounts.makeToken(eq(Viewers.ADA), eq("correct horse battery"),
                eq(new TokenRequest("Backup", Duration.ofDays(7), EnumSet.of(Scope.READ)))))
                        .thenReturn(
                                new NewApiToken(new ApiTokenView(3, "Backup", EnumSet.of(Scope.READ), TIME, TIME, null),
                                        "fbr_secret"));

        assertThat(post("/settings/tokens").param("name", "Backup").param("lifetime", "WEEK").param("scope", "read")
                .param("password", "correct horse battery")).hasStatusOk().hasHeader("Cache-Control", "no-store")
                        .bodyText().contains("fbr_secret").doesNotContain("correct horse battery");
    }

    @Test
    void whatWasChosenForATokenIsThereAfterAMistake() {
        when(accounts.makeToken(any(), any(), any())).thenThrow(new TooManyAttemptsException(Duration.ofSeconds(90)));

        assertThat(post("/settings/tokens").param("name", "Backup").param("lifetime", "WEEK").param("scope", "read")
                .param("password", "a wrong guess")).hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                        .hasHeader("Retry-After", "90").bodyText()
                        .contains("value=\"Backup\"", "Try again in 2 minutes")
                        .containsPattern("value=\"WEEK\"[^>]*selected").containsPattern("value=\"read\"[^>]*checked")
                        .doesNotContain("a wrong guess");
    }

    @ParameterizedTest
    @CsvSource({ "revoke, true", "keep, false", "anything, true", ", true" })
    void aNewPasswordRevokesTheTokensUnlessItsOwnerKeepsThem(@Nullable String choice, boolean revoked) {
        when(accounts.changePassword(any(), any(), any(), anyBoolean())).thenReturn(new KnownDevice(1, "known"));
        MockMvcRequestBuilder form = post("/settings/password").param("currentPassword", "one").param("newPassword",
                "another");

        assertThat(choice == null ? form : form.param("tokens", choice)).hasRedirectedUrl("/settings/password?saved")
                .headers().hasHeaderSatisfying("Set-Cookie", cookies -> assertThat(cookies.getFirst())
                        .startsWith("__Secure-device-1=known; Path=/sign-in;"));

        verify(accounts).changePassword(Viewers.ADA, "one", "another", revoked);
    }

    @Test
    void theChoiceIsShownWhereThereAreTokensAndKeptAfterAMistake() {
        assertThat(get("/settings/password")).bodyText().doesNotContain("name=\"tokens\"");
        when(tokens.count(1)).thenReturn(3);
        assertThat(get("/settings/password")).bodyText().contains("Your 3 API tokens")
                .containsPattern("value=\"revoke\"[^>]*checked").doesNotContainPattern("value=\"keep\"[^>]*checked");
        when(accounts.changePassword(any(), any(), any(), anyBoolean())).thenThrow(
                new TransientDataAccessResourceException("No database answers."));
        when(tokens.count(1)).thenThrow(new TransientDataAccessResourceException("No database answers."));

        assertThat(post("/settings/password").param("tokens", "keep")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .bodyText().contains("Your API tokens").containsPattern("value=\"keep\"[^>]*checked");
    }

    @ParameterizedTest
    @CsvSource({ "keep, true", "delete, false", "anything, true" })
    void whatWasPublishedIsDeletedOnlyWhereItsAuthorSaysSo(String choice, boolean kept) {
        assertThat(post("/settings/account").param("password", "correct horse battery").param("stories", choice))
                .hasRedirectedUrl("/").containsHeader("Set-Cookie");
        verify(accounts).delete(eq(Viewers.ADA), eq("correct horse battery"), eq(kept));
    }

    private MockMvcRequestBuilder get(String path) {
        return site.get().uri(path).with(Viewers.signedIn(Viewers.ADA));
    }

    private MockMvcRequestBuilder post(String path) {
        return site.post().uri(path).with(Viewers.signedIn(Viewers.ADA));
    }
}
