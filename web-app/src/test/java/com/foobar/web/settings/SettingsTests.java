package com.foobar.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

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
import com.foobar.web.account.Preferences;
import com.foobar.web.account.Profile;
import com.foobar.web.account.ProfileChange;
import com.foobar.web.account.Profiles;
import com.foobar.web.account.SessionView;
import com.foobar.web.account.Sessions;
import com.foobar.web.account.Theme;
import com.foobar.web.schema.Schema;
import com.foobar.web.security.Viewers;
import com.foobar.web.security.WithSecurity;

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
        when(tokens.list(1)).thenReturn(List.of(new ApiTokenView(3, "Backup <1>", TIME, null)));

        assertThat(get("/settings/tokens")).bodyText().contains("Backup &lt;1&gt;", "good until it is revoked",
                "/settings/tokens/3/revoke");
    }

    @Test
    void aLifetimeThatIsNotOfTheListIsRefused() {
        assertThat(post("/settings/tokens").param("name", "Backup").param("lifetime", "CENTURY"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("Choose one of the list.", "Backup");
        verify(tokens, never()).make(anyLong(), any(), any());
    }

    @ParameterizedTest
    @CsvSource({ "keep, true", "delete, false", "anything, true" })
    void whatWasPublishedIsDeletedOnlyWhereItsAuthorSaysSo(String choice, boolean kept) {
        assertThat(post("/settings/account").param("password", "correct horse battery").param("stories", choice))
                .hasRedirectedUrl("/").containsHeader("Set-Cookie");
        verify(accounts).delete(eq(Viewers.ADA), eq("correct horse battery"), eq(kept), any());
    }

    private MockMvcRequestBuilder get(String path) {
        return site.get().uri(path).with(Viewers.signedIn(Viewers.ADA));
    }

    private MockMvcRequestBuilder post(String path) {
        return site.post().uri(path).with(Viewers.signedIn(Viewers.ADA));
    }
}
