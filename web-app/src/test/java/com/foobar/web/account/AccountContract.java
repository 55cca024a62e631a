package com.foobar.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import com.foobar.web.Site;
import com.foobar.web.pair.DatabasePair;
import com.foobar.web.pair.DatabaseServer;

abstract class AccountContract {

    private final DatabasePair pair;
    private final Site one;
    private final Site other;

    AccountContract(DatabasePair pair) {
        this.pair = pair;
        this.one = Site.twoOver(pair).get(0);
        this.other = Site.twoOver(pair).get(1);
    }

    /** A query for the last transaction in the primary's binary log. */
    abstract String positionQuery();

    @BeforeEach
    @AfterEach
    void healPair() throws SQLException {
        pair.heal();
        await().until(() -> Stream.of(one, other).allMatch(this::countsAFailedSignIn));
    }

    private boolean countsAFailedSignIn(Site site) {
        return Person.stranger().signIn(site, "whatever it is").statusCode() == 422;
    }

    @Test
    void aSessionIsGoodOnTheOtherInstanceAtOnce() throws SQLException {
        pair.stopApplier();

        var ada = Person.signedUpAt(one);

        assertThat(ada.get(other, "/settings").body()).contains(ada.name());
        assertThat(ada.elsewhere().signIn(other, Person.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void aSessionThatIsRevokedIsOverOnBothAtOnceWhateverTheReplicaKnows() throws SQLException {
        var ada = Person.signedUpAt(one);
        var phone = ada.elsewhere();
        phone.signIn(other, Person.PASSWORD);
        assertThat(phone.isSignedInAt(one)).isTrue();
        await().until(() -> sessions(pair.replica(), ada) == 2);
        pair.stopApplier();

        assertThat(ada.submit(other, "/settings/sessions/revoke-others", Map.of()).statusCode()).isEqualTo(303);

        assertThat(phone.isSignedInAt(one)).isFalse();
        assertThat(phone.isSignedInAt(other)).isFalse();
        assertThat(ada.isSignedInAt(one)).isTrue();
    }

    @Test
    void signingOutEndsTheSessionAndNotOnlyTheCookie() {
        var ada = Person.signedUpAt(one);
        var cookieThief = ada.copy();

        assertThat(ada.submit(one, "/sign-out", Map.of()).statusCode()).isEqualTo(303);

        assertThat(cookieThief.isSignedInAt(other)).isFalse();
    }

    @Test
    void aSessionEndsByItself() throws SQLException {
        var ada = Person.signedUpAt(one);

        pair.primary().execute("UPDATE foobar.user_session SET expires_at = utc_timestamp(6) WHERE account_id = "
                + id(ada));

        assertThat(ada.isSignedInAt(one)).isFalse();
    }

    @Test
    void anAccountsOldestSessionEndsWhereItHasTooMany() throws SQLException {
        var ada = Person.signedUpAt(one);

        for (int i = 0; i < Sessions.MOST; i++) {
            ada.elsewhere().signIn(one, Person.PASSWORD);
        }

        assertThat(sessions(pair.primary(), ada)).isEqualTo(Sessions.MOST);
        assertThat(ada.isSignedInAt(one)).isFalse();
    }

    @Test
    void whoIsSignedInStaysSoWithoutAPrimary() throws SQLException {
        var ada = Person.signedUpAt(one);
        await().until(() -> sessions(pair.replica(), ada) == 1);

        pair.primary().cable().cut();

        assertThat(ada.get(one, "/").body()).contains(ada.name(), "Sign out");
        var settings = ada.get(other, "/settings");
        assertThat(settings.statusCode()).isEqualTo(200);
        assertThat(settings.body()).contains(pair.replica().name());
    }

    @Test
    void withoutAPrimaryNoFormLosesWhatWasTyped() throws SQLException {
        var ada = Person.signedUpAt(one);
        await().until(() -> sessions(pair.replica(), ada) == 1);

        pair.primary().cable().cut();

        assertKept(Person.stranger().submit(one, "/sign-up", Map.of("username", "kept-name", "displayName", "Kept Name",
                "email", "kept@example.com", "password", Person.PASSWORD)), "kept-name", "Kept Name",
                "kept@example.com");
        assertKept(Person.stranger().submit(one, "/sign-in", Map.of("username", "kept-name", "password",
                Person.PASSWORD, "next", "/drafts")), "kept-name", "/drafts");
        assertKept(ada.submit(one, "/settings/profile", Map.of("displayName", "Kept Name", "biography", "Kept life.",
                "email", "kept@example.com", "version", "0")), "Kept Name", "Kept life.", "kept@example.com");
        assertKept(ada.submit(one, "/settings/appearance", Map.of("theme", "dark", "timeZone", "Europe/Paris",
                "pageSize", "17")), "Europe/Paris", "17");
        assertKept(ada.submit(one, "/settings/tokens", Map.of("name", "Kept token")), "Kept token");
    }

    private static void assertKept(HttpResponse<String> answer, String... typed) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("nothing was stored").contains(typed).doesNotContain(Person.PASSWORD);
    }

    @Test
    void withNoDatabaseAtAllThePageSaysSo() throws SQLException {
        var ada = Person.signedUpAt(one);

        pair.primary().cable().cut();
        pair.replica().cable().cut();

        var answer = ada.get(one, "/settings");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("cannot reach its database", "/assets/site-");
        var problem = ada.get(one, "/api/v1/me");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aPageViewWritesNothing() throws SQLException {
        var ada = Person.signedUpAt(one);
        String before = text(positionQuery());

        for (int i = 0; i < 50; i++) {
            assertThat(ada.get(i % 2 == 0 ? one : other, "/settings/sessions").statusCode()).isEqualTo(200);
        }

        assertThat(text(positionQuery())).isEqualTo(before);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        var ada = Person.signedUpAt(one);
        var nobody = Person.stranger();

        var wrong = ada.elsewhere().signIn(one, "wrong horse battery");
        var unknown = nobody.signIn(one, "wrong horse battery");

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(422);
        assertThat(wrong.body().replace(ada.name(), "NAME")).isEqualTo(unknown.body().replace(nobody.name(), "NAME"))
                .contains("The username or the password is wrong.").doesNotContain("wrong horse");
        assertThat(wrong.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void failedSignInsOfANameAreCountedOnBothTogether(boolean exists) {
        var person = exists ? Person.signedUpAt(one) : Person.stranger();

        for (int i = 0; i < 10; i++) {
            assertThat(person.elsewhere().signIn(i % 2 == 0 ? one : other, "wrong horse battery").statusCode())
                    .isEqualTo(422);
        }

        for (Site site : List.of(one, other)) {
            var refused = person.elsewhere().signIn(site, Person.PASSWORD);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 900);
            assertThat(refused.body()).contains("too many attempts", person.name()).doesNotContain(Person.PASSWORD);
        }
    }

    @Test
    void aGoodSignInForgetsTheNamesFailures() {
        var ada = Person.signedUpAt(one);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 9; i++) {
                ada.elsewhere().signIn(one, "wrong horse battery");
            }
            assertThat(ada.elsewhere().signIn(other, Person.PASSWORD).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void failedSignInsFromANetworkAreCountedWhateverTheName() {
        var guesser = Person.stranger();

        for (int i = 0; i < 50; i++) {
            assertThat(guess(guesser, i).statusCode()).isEqualTo(422);
        }

        assertThat(guess(guesser, 50).statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> guess(Person guesser, int i) {
        return guesser.submit(i % 2 == 0 ? one : other, "/sign-in",
                Map.of("username", guesser.name() + "-" + i, "password", "wrong horse battery"));
    }

    @Test
    void manyGuessesAtOnceDoNotGetPastTheCount() throws Exception {
        var ada = Person.signedUpAt(one);

        List<Callable<Integer>> guesses = IntStream.range(0, 60)
                .mapToObj(i -> (Callable<Integer>) () -> ada.elsewhere()
                        .signIn(i % 2 == 0 ? one : other, "wrong horse battery").statusCode())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = threads.invokeAll(guesses).stream().map(Future::resultNow).toList();

            assertThat(statuses).isSubsetOf(422, 429, 503).contains(429);
            // Each instance hashes two at once: what is under way as the limit is reached still counts.
            assertThat(statuses.stream().filter(status -> status == 422).count()).isBetween(10L, 13L);
        }
    }

    @Test
    void accountsFromANetworkAreCounted() {
        var busy = Person.stranger();
        for (int i = 0; i < 20; i++) {
            assertThat(busy.submit(i % 2 == 0 ? one : other, "/sign-up",
                    Map.of("username", busy.name() + "-" + i, "password", Person.PASSWORD)).statusCode())
                            .isEqualTo(303);
            busy.forget();
        }

        var refused = busy.submit(one, "/sign-up",
                Map.of("username", busy.name() + "-20", "email", "kept@example.com", "password", Person.PASSWORD));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains(busy.name() + "-20", "kept@example.com").doesNotContain(Person.PASSWORD);
    }

    @Test
    void aNameIsTakenInUpperCaseToo() {
        var ada = Person.signedUpAt(one);

        var answer = Person.stranger().submit(other, "/sign-up",
                Map.of("username", ada.name().toUpperCase(), "password", Person.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("This username is taken");
    }

    @Test
    void ofTwoWhoWantANameAtOnceOneGetsIt() throws Exception {
        String name = Person.stranger().name();
        Callable<Integer> first = () -> Person.stranger()
                .submit(one, "/sign-up", Map.of("username", name, "password", Person.PASSWORD)).statusCode();
        Callable<Integer> second = () -> Person.stranger()
                .submit(other, "/sign-up", Map.of("username", name, "password", Person.PASSWORD)).statusCode();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.of(first, second)).stream()
                    .map(Future::resultNow)).containsExactlyInAnyOrder(303, 422);
        }
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        var ada = Person.signedUpAt(one);
        var phone = ada.elsewhere();
        phone.signIn(other, Person.PASSWORD);

        assertThat(ada.submit(one, "/settings/password",
                Map.of("currentPassword", "not the password", "newPassword", "another horse battery")).statusCode())
                        .isEqualTo(422);
        assertThat(ada.submit(one, "/settings/password",
                Map.of("currentPassword", Person.PASSWORD, "newPassword", "another horse battery")).statusCode())
                        .isEqualTo(303);

        assertThat(phone.isSignedInAt(other)).isFalse();
        assertThat(ada.isSignedInAt(other)).isTrue();
        assertThat(ada.elsewhere().signIn(other, Person.PASSWORD).statusCode()).isEqualTo(422);
        assertThat(ada.elsewhere().signIn(other, "another horse battery").statusCode()).isEqualTo(303);
    }

    @Test
    void aWeakerHashIsReplacedAtSignIn() throws SQLException {
        var ada = Person.signedUpAt(one);
        String weak = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 4_096, 1).encode(Person.PASSWORD);
        pair.primary().execute("UPDATE foobar.account SET password_hash = '%s' WHERE id = %d".formatted(weak, id(ada)));

        assertThat(ada.elsewhere().signIn(one, Person.PASSWORD).statusCode()).isEqualTo(303);

        assertThat(text("SELECT password_hash FROM foobar.account WHERE id = " + id(ada)))
                .startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(ada.elsewhere().signIn(other, Person.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void nobodySignsInWhoHasNoPassword() throws SQLException {
        var ada = Person.signedUpAt(one);
        pair.primary().execute("UPDATE foobar.account SET password_hash = '{none}' WHERE id = " + id(ada));

        assertThat(ada.elsewhere().signIn(one, Person.PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void anApiTokenIsGoodOnBothUntilItIsRevoked() {
        var ada = Person.signedUpAt(one);
        var made = ada.submit(one, "/settings/tokens", Map.of("name", "For tests", "lifetime", "MONTH"));
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        String token = made.body().replaceAll("(?s).*(fbr_[A-Za-z0-9_-]{43}).*", "$1");

        assertThat(other.get("/api/v1/me/tokens", "Authorization", "Bearer " + token).body())
                .contains("For tests").doesNotContain(token);

        String id = made.body().replaceAll("(?s).*/settings/tokens/(\\d+)/revoke.*", "$1");
        ada.submit(other, "/settings/tokens/" + id + "/revoke", Map.of());
        for (Site site : List.of(one, other)) {
            var refused = site.get("/api/v1/me/tokens", "Authorization", "Bearer " + token);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        }
    }

    @Test
    void nobodyRevokesWhatIsAnothers() {
        var ada = Person.signedUpAt(one);
        var eve = Person.signedUpAt(one);
        String session = ada.get(one, "/settings/sessions").body()
                .replaceAll("(?s).*/settings/sessions/(\\d+)/revoke.*", "$1");

        eve.submit(one, "/settings/sessions/" + session + "/revoke", Map.of());

        assertThat(ada.isSignedInAt(one)).isTrue();
    }

    @Test
    void twoEditsOfAProfileThatMeetAreShownBoth() {
        var ada = Person.signedUpAt(one);
        assertThat(ada.submit(one, "/settings/profile",
                Map.of("displayName", "Ada", "biography", "First.", "version", "0")).statusCode()).isEqualTo(303);

        var late = ada.submit(other, "/settings/profile",
                Map.of("displayName", "Ada", "biography", "Second.", "version", "0"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("First.", "Second.", "name=\"version\" value=\"1\"");

        assertThat(ada.submit(other, "/settings/profile",
                Map.of("displayName", "Ada", "biography", "Second.", "version", "1")).statusCode()).isEqualTo(303);
        assertThat(ada.get(one, "/settings").body()).contains("Second.");
    }

    @Test
    void pagesFollowWhatTheirReaderWants() {
        var ada = Person.signedUpAt(one);

        assertThat(ada.submit(one, "/settings/appearance",
                Map.of("theme", "dark", "timeZone", "Asia/Tokyo", "pageSize", "20")).statusCode()).isEqualTo(303);

        assertThat(ada.get(other, "/settings/sessions").body()).contains("data-theme=\"dark\"", "JST");
    }

    @Test
    void aDeletedAccountLeavesItsStoriesWhereItsOwnerWants() throws SQLException {
        var ada = Person.signedUpAt(one);
        long id = id(ada);
        addStories(id);

        assertThat(ada.submit(one, "/settings/account", Map.of("password", "not the password", "stories", "keep"))
                .statusCode()).isEqualTo(422);
        assertThat(ada.submit(one, "/settings/account", Map.of("password", Person.PASSWORD, "stories", "keep"))
                .statusCode()).isEqualTo(303);

        assertThat(ada.isSignedInAt(other)).isFalse();
        assertThat(ada.elsewhere().signIn(other, Person.PASSWORD).statusCode()).isEqualTo(422);
        assertThat(text("SELECT count(*) FROM foobar.account WHERE id = " + id)).isEqualTo("0");
        assertThat(text("SELECT group_concat(slug) FROM foobar.story WHERE slug LIKE '%-" + id + "'"))
                .isEqualTo("published-" + id);
        assertThat(text("SELECT count(*) FROM foobar.story_comment WHERE body = 'By " + id + "'")).isEqualTo("1");
    }

    @Test
    void aDeletedAccountTakesItsStoriesWithItWhereItsOwnerWants() throws SQLException {
        var ada = Person.signedUpAt(one);
        long id = id(ada);
        addStories(id);

        assertThat(ada.submit(one, "/settings/account", Map.of("password", Person.PASSWORD, "stories", "delete"))
                .statusCode()).isEqualTo(303);

        assertThat(text("SELECT count(*) FROM foobar.story WHERE slug LIKE '%-" + id + "'")).isEqualTo("0");
        assertThat(text("SELECT count(*) FROM foobar.story_comment WHERE body = 'By " + id + "'")).isEqualTo("0");
    }

    @Test
    void thereIsNoUserButTheSitesOwn() {
        assertThatThrownBy(() -> one.bean(UserDetailsService.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
    }

    private void addStories(long author) throws SQLException {
        String story = "INSERT INTO foobar.story (author_id, title, slug, body, excerpt, created_at, updated_at, published_at,"
                + " version) VALUES (%d, 'A title', '%s-%d', 'A body', '', now(6), now(6), %s, 0)";
        pair.primary().execute(story.formatted(author, "draft", author, "null"),
                story.formatted(author, "published", author, "now(6)"),
                "INSERT INTO foobar.story_comment (story_id, author_id, body, created_at, hidden, version)"
                        + " SELECT id, %d, 'By %d', now(6), false, 0 FROM foobar.story WHERE slug = 'published-%d'"
                                .formatted(author, author, author));
    }

    private long id(Person person) throws SQLException {
        return Long.parseLong(text("SELECT id FROM foobar.account WHERE username = '" + person.name() + "'"));
    }

    private static int sessions(DatabaseServer server, Person person) throws SQLException {
        return Integer.parseInt(text(server, """
                SELECT count(*) FROM foobar.user_session s JOIN foobar.account a ON a.id = s.account_id
                WHERE a.username = '%s'""".formatted(person.name())));
    }

    private String text(String query) throws SQLException {
        return text(pair.primary(), query);
    }

    private static String text(DatabaseServer server, String query) throws SQLException {
        try (var connection = server.administer();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
