package com.foobar.web.account;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.replication.pair.DatabaseServer;
import com.foobar.web.Site;
import com.foobar.web.account.throttle.Limit;
import com.foobar.web.account.throttle.PasswordAttempts;
import com.foobar.web.account.throttle.Quota;
import com.foobar.web.account.throttle.Subject;
import com.foobar.web.account.throttle.Throttle;
import com.foobar.web.account.throttle.TooManyAttemptsException;
import com.foobar.web.schema.Schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

abstract class AccountContract {

    private final DatabasePair pair;
    private final Site one;
    private final Site other;

    AccountContract(DatabasePair pair) {
        this.pair = pair;
        this.one = Site.twoOver(pair).get(0);
        this.other = Site.twoOver(pair).get(1);
    }

    /** Returns a query for the last transaction in the primary's binary log. */
    abstract String positionQuery();

    @BeforeEach
    @AfterEach
    void healPair() throws SQLException {
        pair.heal();
        Stream.of(one, other).forEach(site -> Site.awaitWritable(site.bean(Schema.class), site.bean(JdbcClient.class)));
    }

    @Test
    void aSessionIsGoodOnTheOtherInstanceAtOnce() throws SQLException {
        pair.stopApplier();

        Person ada = Person.signedUpAt(one);

        assertThat(ada.get(other, "/settings").body()).contains(ada.name());
        assertThat(ada.elsewhere().signIn(other, Person.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void aSessionThatIsRevokedIsOverOnBothAtOnceWhateverTheReplicaKnows() throws SQLException {
        Person ada = Person.signedUpAt(one);
        Person phone = ada.elsewhere();
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
        Person ada = Person.signedUpAt(one);
        Person cookieThief = ada.copy();

        assertThat(ada.submit(one, "/sign-out", Map.of()).statusCode()).isEqualTo(303);

        assertThat(cookieThief.isSignedInAt(other)).isFalse();
    }

    @Test
    void aSessionEndsByItself() throws SQLException {
        Person ada = Person.signedUpAt(one);

        pair.primary().execute("UPDATE foobar.user_session SET expires_at = utc_timestamp(6) WHERE account_id = "
                + id(ada));

        assertThat(ada.isSignedInAt(one)).isFalse();
    }

    @Test
    void anAccountsOldestSessionEndsWhereItHasTooMany() throws SQLException {
        Person ada = Person.signedUpAt(one);

        for (int i = 0; i < Sessions.MOST; i++) {
            ada.elsewhere().signIn(one, Person.PASSWORD);
        }

        assertThat(sessions(pair.primary(), ada)).isEqualTo(Sessions.MOST);
        assertThat(ada.isSignedInAt(one)).isFalse();
    }

    @Test
    void whoIsSignedInStaysSoWithoutAPrimary() throws SQLException {
        Person ada = Person.signedUpAt(one);
        await().until(() -> sessions(pair.replica(), ada) == 1);

        pair.primary().cable().cut();

        assertThat(ada.get(one, "/").body()).contains(ada.name(), "Sign out");
        HttpResponse<String> settings = ada.get(other, "/settings");
        assertThat(settings.statusCode()).isEqualTo(200);
        assertThat(settings.body()).contains(pair.replica().name());
    }

    @Test
    void withoutAPrimaryNoFormLosesWhatWasTyped() throws SQLException {
        Person ada = Person.signedUpAt(one);
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
        assertKept(ada.submit(one, "/settings/tokens", Map.of("name", "Kept token", "scope", "read", "password",
                Person.PASSWORD)), "Kept token", "value=\"read\" checked");
        assertKept(ada.submit(one, "/settings/password", Map.of("currentPassword", Person.PASSWORD, "newPassword",
                "another horse battery", "tokens", "keep")), "Change password");
    }

    private static void assertKept(HttpResponse<String> answer, String... typed) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("nothing was stored").contains(typed).doesNotContain(Person.PASSWORD);
    }

    @Test
    void withNoDatabaseAtAllThePageSaysSo() throws SQLException {
        Person ada = Person.signedUpAt(one);

        pair.primary().cable().cut();
        pair.replica().cable().cut();

        HttpResponse<String> answer = ada.get(one, "/settings");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("cannot reach its database", "/assets/site-");
        HttpResponse<String> problem = ada.get(one, "/api/v1/me");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aPageViewWritesNothing() throws SQLException {
        Person ada = Person.signedUpAt(one);
        String before = text(positionQuery());

        for (int i = 0; i < 50; i++) {
            assertThat(ada.get(i % 2 == 0 ? one : other, "/settings/sessions").statusCode()).isEqualTo(200);
        }

        assertThat(text(positionQuery())).isEqualTo(before);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        Person ada = Person.signedUpAt(one);
        Person nobody = Person.stranger();

        HttpResponse<String> wrong = ada.elsewhere().signIn(one, "wrong horse battery");
        HttpResponse<String> unknown = nobody.signIn(one, "wrong horse battery");

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(422);
        assertThat(wrong.body().replace(ada.name(), "NAME")).isEqualTo(unknown.body().replace(nobody.name(), "NAME"))
                .contains("The username or the password is wrong.").doesNotContain("wrong horse");
        assertThat(wrong.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void failedSignInsOfANameFromANetworkAreCountedOnBothTogether(boolean exists) {
        Person owner = exists ? Person.signedUpAt(one) : Person.stranger();
        Person guesser = owner.elsewhere();

        for (int i = 0; i < 10; i++) {
            assertThat(guesser.beside().signIn(i % 2 == 0 ? one : other, "wrong horse battery").statusCode())
                    .isEqualTo(422);
        }

        for (Site site : List.of(one, other)) {
            HttpResponse<String> refused = guesser.beside().signIn(site, Person.PASSWORD);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 900);
            assertThat(refused.body()).contains("too many attempts", guesser.name()).doesNotContain(Person.PASSWORD);
        }
        assertThat(owner.elsewhere().signIn(one, Person.PASSWORD).statusCode()).isEqualTo(exists ? 303 : 422);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aThousandGuessesOfStrangersKeepNoOwnerOut(boolean exists) {
        Person ada = exists ? Person.signedUpAt(one) : Person.stranger();

        long tried = guessFromEverywhere(ada, 1_000);

        assertThat(tried).isEqualTo(100);
        HttpResponse<String> newDevice = ada.elsewhere().signIn(other, Person.PASSWORD);
        assertThat(newDevice.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(newDevice.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 900);
        assertThat(newDevice.body()).contains("with this username from other places",
                "Sign in with a browser in which you have signed in before", ada.name());
        if (exists) {
            assertThat(ada.signedOut().signIn(other, Person.PASSWORD).statusCode()).isEqualTo(303);
            assertThat(ada.submit(other, "/settings/tokens", Map.of("name", "Robot", "password", Person.PASSWORD))
                    .statusCode()).isEqualTo(200);
            assertThat(ada.moved().submit(one, "/settings/password",
                    Map.of("currentPassword", Person.PASSWORD, "newPassword", "another horse battery")).statusCode())
                            .isEqualTo(303);
            assertThat(ada.submit(one, "/settings/account",
                    Map.of("password", "another horse battery", "stories", "keep")).statusCode()).isEqualTo(303);
        }
    }

    /**
     * Guesses directly at the throttle, because a thousand password hashes would take a minute. Returns how many
     * guesses the throttle lets through.
     */
    private long guessFromEverywhere(Person person, int guesses) {
        return IntStream.range(0, guesses).filter(i -> {
            try {
                (i % 2 == 0 ? one : other).bean(PasswordAttempts.class).ofStranger(person.name(),
                        "2001:db8:%x::1".formatted(i));
                return true;
            } catch (TooManyAttemptsException e) {
                return false;
            }
        }).count();
    }

    @Test
    void aKnownDeviceThatGuessesIsAStranger() {
        Person ada = Person.signedUpAt(one);
        guessFromEverywhere(ada, 101);
        Person stolen = ada.signedOut();

        for (int i = 0; i < 10; i++) {
            assertThat(stolen.signIn(i % 2 == 0 ? one : other, "wrong horse battery").statusCode()).isEqualTo(422);
        }

        assertThat(stolen.signIn(one, Person.PASSWORD).statusCode()).isEqualTo(429);
        assertThat(ada.get(other, "/settings/password").statusCode()).isEqualTo(200);
    }

    @Test
    void aNewPasswordMakesAllDevicesStrangersButTheOneWhereItWasChosen() {
        Person ada = Person.signedUpAt(one);
        Person phone = ada.elsewhere();
        phone.signIn(other, Person.PASSWORD);
        ada.submit(one, "/settings/password",
                Map.of("currentPassword", Person.PASSWORD, "newPassword", "another horse battery"));
        guessFromEverywhere(ada, 101);

        assertThat(phone.signedOut().signIn(one, "another horse battery").statusCode()).isEqualTo(429);
        assertThat(ada.signedOut().signIn(other, "another horse battery").statusCode()).isEqualTo(303);
    }

    @Test
    void aStolenSessionCannotGuessForEver() {
        Person ada = Person.signedUpAt(one);
        Person laptop = ada.elsewhere();
        laptop.signIn(other, Person.PASSWORD);

        for (int i = 0; i < 10; i++) {
            assertThat(ada.moved().submit(i % 2 == 0 ? one : other, "/settings/account",
                    Map.of("password", "wrong horse battery")).statusCode()).isEqualTo(422);
        }

        for (Map<String, String> form : List.of(
                Map.of("currentPassword", Person.PASSWORD, "newPassword", "another horse battery"),
                Map.of("password", Person.PASSWORD, "name", "Robot"), Map.of("password", Person.PASSWORD))) {
            String page = form.containsKey("name") ? "tokens"
                    : form.containsKey("newPassword") ? "password" : "account";
            HttpResponse<String> refused = ada.submit(one, "/settings/" + page, form);
            assertThat(refused.statusCode()).as(page).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(laptop.submit(one, "/settings/password",
                Map.of("currentPassword", Person.PASSWORD, "newPassword", "another horse battery")).statusCode())
                        .isEqualTo(303);
    }

    @Test
    void aGoodSignInForgetsTheFailuresOfItsNetwork() {
        Person ada = Person.signedUpAt(one);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 9; i++) {
                ada.beside().signIn(one, "wrong horse battery");
            }
            assertThat(ada.beside().signIn(other, Person.PASSWORD).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void whatIsOverIsForgotten() throws SQLException {
        guessFromEverywhere(Person.stranger(), 20);
        pair.primary().execute("UPDATE foobar.throttle SET expires_at = utc_timestamp(6)");

        // Each attempt removes up to a hundred expired counts; other tests may have left some too.
        guessFromEverywhere(Person.stranger(), 30);

        assertThat(Integer.parseInt(text("SELECT count(*) FROM foobar.throttle WHERE expires_at <= utc_timestamp(6)")))
                .isZero();
    }

    @Test
    void failedSignInsFromANetworkAreCountedWhateverTheName() {
        Person guesser = Person.stranger();

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
        Person ada = Person.signedUpAt(one);

        List<Callable<Integer>> guesses = IntStream.range(0, 60)
                .mapToObj(i -> (Callable<Integer>) () -> ada.beside()
                        .signIn(i % 2 == 0 ? one : other, "wrong horse battery").statusCode())
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = threads.invokeAll(guesses).stream().map(Future::resultNow).toList();

            assertThat(statuses).isSubsetOf(422, 429, 503);
            long tried = statuses.stream().filter(status -> status == 422).count();
            // On a slow machine some guesses were refused before the password was checked, so further guesses may still
            // be allowed now.
            tried += IntStream.range(0, 10).map(_ -> ada.beside().signIn(one, "wrong horse battery").statusCode())
                    .filter(status -> status == 422).count();
            assertThat(tried).isBetween(1L, 10L);
        }
        assertThat(ada.beside().signIn(other, Person.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void manyAtOnceOfOneClientUseUpNoMoreOfWhatOthersShareThanTheirOwnLimit() throws Exception {
        String name = Person.stranger().name();
        Duration window = Duration.ofMinutes(15);
        Quota own = new Quota(Subject.known("test", "own", name), new Limit(10, window));
        Quota shared = new Quota(Subject.known("test", "shared", name), new Limit(100, window));

        List<Callable<Boolean>> attempts = IntStream.range(0, 120)
                .mapToObj(i -> (Callable<Boolean>) () -> isTaken(i % 2 == 0 ? one : other, own, shared)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            long taken = threads.invokeAll(attempts).stream().filter(Future::resultNow).count();

            assertThat(taken).isBetween(0L, 10L);
            assertThat(counted("own", name)).isGreaterThanOrEqualTo(10);
            assertThat(counted("shared", name)).isEqualTo((int) taken);
        }
    }

    private static boolean isTaken(Site site, Quota... quotas) {
        try {
            site.bean(Throttle.class).take(quotas);
            return true;
        } catch (TooManyAttemptsException e) {
            return false;
        }
    }

    private int counted(String kind, String id) throws SQLException {
        return Integer.parseInt(text("""
                SELECT coalesce(sum(attempts), 0) FROM foobar.throttle
                WHERE subject = unhex(sha2(concat('test %s', char(10), '%s'), 256))""".formatted(kind, id)));
    }

    @Test
    void accountsFromANetworkAreCounted() {
        Person busy = Person.stranger();
        for (int i = 0; i < 20; i++) {
            assertThat(busy.submit(i % 2 == 0 ? one : other, "/sign-up",
                    Map.of("username", busy.name() + "-" + i, "password", Person.PASSWORD)).statusCode())
                            .isEqualTo(303);
            busy.forget();
        }

        HttpResponse<String> refused = busy.submit(one, "/sign-up",
                Map.of("username", busy.name() + "-20", "email", "kept@example.com", "password", Person.PASSWORD));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains(busy.name() + "-20", "kept@example.com").doesNotContain(Person.PASSWORD);
    }

    @Test
    void aNameIsTakenInUpperCaseToo() {
        Person ada = Person.signedUpAt(one);

        HttpResponse<String> answer = Person.stranger().submit(other, "/sign-up",
                Map.of("username", ada.name().toUpperCase(Locale.ROOT), "password", Person.PASSWORD));

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

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.of(first, second)).stream()
                    .map(Future::resultNow)).containsExactlyInAnyOrder(303, 422);
        }
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        Person ada = Person.signedUpAt(one);
        Person phone = ada.elsewhere();
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
        Person ada = Person.signedUpAt(one);
        String weak = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 4_096, 1).encode(Person.PASSWORD);
        pair.primary().execute("UPDATE foobar.account SET password_hash = '%s' WHERE id = %d".formatted(weak, id(ada)));

        assertThat(ada.elsewhere().signIn(one, Person.PASSWORD).statusCode()).isEqualTo(303);

        assertThat(text("SELECT password_hash FROM foobar.account WHERE id = " + id(ada)))
                .startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(ada.elsewhere().signIn(other, Person.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void nobodySignsInWhoHasNoPassword() throws SQLException {
        Person ada = Person.signedUpAt(one);
        pair.primary().execute("UPDATE foobar.account SET password_hash = '{none}' WHERE id = " + id(ada));

        assertThat(ada.elsewhere().signIn(one, Person.PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void anApiTokenIsGoodOnBothUntilItIsRevoked() {
        Person ada = Person.signedUpAt(one);
        HttpResponse<String> made = ada.submit(one, "/settings/tokens",
                Map.of("name", "For tests", "lifetime", "MONTH", "password",
                        Person.PASSWORD));
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        String token = made.body().replaceAll("(?s).*(fbr_[A-Za-z0-9_-]{43}).*", "$1");

        assertThat(other.get("/api/v1/me/tokens", "Authorization", "Bearer " + token).body())
                .contains("For tests").doesNotContain(token);

        String id = made.body().replaceAll("(?s).*/settings/tokens/(\\d+)/revoke.*", "$1");
        ada.submit(other, "/settings/tokens/" + id + "/revoke", Map.of());
        for (Site site : List.of(one, other)) {
            HttpResponse<String> refused = site.get("/api/v1/me/tokens", "Authorization", "Bearer " + token);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        }
    }

    @ParameterizedTest
    @CsvSource({ ", 401", "keep, 200" })
    void aNewPasswordRevokesTheTokensUnlessTheirOwnerKeepsThem(String choice, int status) {
        Person ada = Person.signedUpAt(one);
        String token = tokenOf(ada);
        assertThat(ada.get(other, "/settings/password").body()).contains("Your API token");
        HashMap<String, String> form = new HashMap<>(
                Map.of("currentPassword", Person.PASSWORD, "newPassword", "another horse battery"));
        if (choice != null) {
            form.put("tokens", choice);
        }

        assertThat(ada.submit(one, "/settings/password", form).statusCode()).isEqualTo(303);

        assertThat(other.get("/api/v1/me", "Authorization", "Bearer " + token).statusCode()).isEqualTo(status);
    }

    @Test
    void noTokenIsMadeWithoutThePassword() throws SQLException {
        Person ada = Person.signedUpAt(one);

        assertThat(ada.submit(one, "/settings/tokens", Map.of("name", "Robot")).statusCode()).isEqualTo(422);
        assertThat(ada.submit(one, "/settings/tokens", Map.of("name", "Robot", "password", "not the password"))
                .statusCode()).isEqualTo(422);

        assertThat(text("SELECT count(*) FROM foobar.api_token WHERE account_id = " + id(ada))).isEqualTo("0");
    }

    @Test
    void aTokenFromBeforeThereWereScopesWritesAndDoesNotEnd() throws SQLException {
        Person ada = Person.signedUpAt(one);
        String token = "fbr_" + Secret.generate();
        pair.primary().execute(("INSERT INTO foobar.api_token (account_id, name, token_hash, created_at, expires_at)"
                + " VALUES (%d, 'Old', unhex('%s'), now(6), NULL)").formatted(id(ada),
                        HexFormat.of().formatHex(Secret.hash(token))));

        assertThat(one.bean(ApiTokens.class).find(token).orElseThrow().mayWrite()).isTrue();
        await().untilAsserted(() -> assertThat(
                ada.get(other, "/settings/tokens").body()).contains("may read and write", "good until it is revoked"));
    }

    @Test
    void aTokensUseIsNotedOnceAndNoRequestNeedsAPrimaryForIt() throws SQLException {
        Person ada = Person.signedUpAt(one);
        String token = tokenOf(ada);
        String use = "SELECT coalesce(last_used_at, '') FROM foobar.api_token WHERE account_id = " + id(ada);
        await().until(() -> text(pair.replica(), use).isEmpty());

        one.get("/api/v1/me", "Authorization", "Bearer " + token);
        await().until(() -> !text(use).isEmpty());
        String noted = text(use);
        String before = text(positionQuery());
        for (int i = 0; i < 20; i++) {
            (i % 2 == 0 ? one : other).get("/api/v1/me", "Authorization", "Bearer " + token);
        }
        assertThat(text(use)).isEqualTo(noted);
        assertThat(text(positionQuery())).isEqualTo(before);
        assertThat(ada.get(one, "/settings/tokens").body()).contains("last used");

        pair.primary().execute("UPDATE foobar.api_token SET last_used_at = NULL");
        pair.primary().cable().cut();
        assertThat(one.get("/api/v1/me", "Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
    }

    @Test
    void tokensThatExpiredMakeRoomAndAreForgotten() throws SQLException {
        Person ada = Person.signedUpAt(one);
        for (int i = 0; i < ApiTokens.MOST; i++) {
            pair.primary()
                    .execute(("INSERT INTO foobar.api_token (account_id, name, token_hash, created_at, expires_at)"
                            + " VALUES (%d, 'Old', unhex('%s'), now(6), utc_timestamp(6))").formatted(id(ada),
                                    HexFormat.of().formatHex(Secret.hash(Secret.generate()))));
        }

        tokenOf(ada);

        assertThat(text("SELECT count(*) FROM foobar.api_token WHERE account_id = " + id(ada))).isEqualTo("1");
    }

    private String tokenOf(Person person) {
        HttpResponse<String> made = person.submit(one, "/settings/tokens",
                Map.of("name", "Robot", "password", Person.PASSWORD));
        assertThat(made.statusCode()).isEqualTo(200);
        return made.body().replaceAll("(?s).*(fbr_[A-Za-z0-9_-]{43}).*", "$1");
    }

    @Test
    void nobodyRevokesWhatIsAnothers() {
        Person ada = Person.signedUpAt(one);
        Person eve = Person.signedUpAt(one);
        String session = ada.get(one, "/settings/sessions").body()
                .replaceAll("(?s).*/settings/sessions/(\\d+)/revoke.*", "$1");

        eve.submit(one, "/settings/sessions/" + session + "/revoke", Map.of());

        assertThat(ada.isSignedInAt(one)).isTrue();
    }

    @Test
    void twoEditsOfAProfileThatMeetAreShownBoth() {
        Person ada = Person.signedUpAt(one);
        assertThat(ada.submit(one, "/settings/profile",
                Map.of("displayName", "Ada", "biography", "First.", "version", "0")).statusCode()).isEqualTo(303);

        HttpResponse<String> late = ada.submit(other, "/settings/profile",
                Map.of("displayName", "Ada", "biography", "Second.", "version", "0"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("First.", "Second.", "name=\"version\" value=\"1\"");

        assertThat(ada.submit(other, "/settings/profile",
                Map.of("displayName", "Ada", "biography", "Second.", "version", "1")).statusCode()).isEqualTo(303);
        assertThat(ada.get(one, "/settings").body()).contains("Second.");
    }

    @Test
    void pagesFollowWhatTheirReaderWants() {
        Person ada = Person.signedUpAt(one);

        assertThat(ada.submit(one, "/settings/appearance",
                Map.of("theme", "dark", "timeZone", "Asia/Tokyo", "pageSize", "20")).statusCode()).isEqualTo(303);

        assertThat(ada.get(other, "/settings/sessions").body()).contains("data-theme=\"dark\"", "JST");
    }

    @Test
    void aDeletedAccountLeavesItsStoriesWhereItsOwnerWants() throws SQLException {
        Person ada = Person.signedUpAt(one);
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
        Person ada = Person.signedUpAt(one);
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
        String story = "INSERT INTO foobar.story (author_id, title, slug, body, excerpt, created_at, updated_at,"
                + " published_at, version) VALUES (%d, 'A title', '%s-%d', 'A body', '', now(6), now(6), %s, 0)";
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
        try (Connection connection = server.administer();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
