package com.foobar.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.foobar.web.account.SessionCookie;
import com.foobar.web.api.ApiClient.Answer;

import static com.foobar.replication.pair.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

abstract class ApiContract extends ApiRules {

    /**
     * Statuses that need not be seen here: for some operations only the gateway sends 429, and no request may cause
     * 500.
     */
    private static final Set<String> NOT_HERE = Set.of("429", "500");

    @Test
    void aStoryIsWrittenReadChangedAndDeleted() {
        ObjectNode text = contract.example("NewStory").put("title", "First of " + ada.username());
        Answer created = ada.client().post("/api/v1/stories", text);
        assertThat(created.status()).isEqualTo(201);
        String address = created.header("Location");

        Answer read = ada.client().get(address);
        assertThat(read.body()).isEqualTo(created.body());
        assertThat(read.tag()).isEqualTo(created.tag());
        assertThat(ada.client().with("If-None-Match", read.tag()).get(address).status()).isEqualTo(304);

        ObjectNode change = contract.example("StoryText").put("title", "Second of " + ada.username());
        assertThat(ada.client().put(address, change).status()).isEqualTo(428);
        Answer changed = ada.client().with("If-Match", read.tag()).put(address, change);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.tag()).isNotEqualTo(read.tag());
        assertThat(ada.client().with("If-Match", read.tag()).put(address, change).status()).isEqualTo(412);

        Answer moved = ada.client().get(address);
        assertThat(moved.status()).isEqualTo(308);
        assertThat(moved.header("Location")).isEqualTo(changed.header("Content-Location")).isNotEqualTo(address);

        assertThat(ada.client().with("If-Match", read.tag()).delete(address).status()).isEqualTo(412);
        assertThat(ada.client().with("If-Match", changed.tag()).delete(address).status()).isEqualTo(204);
        assertThat(ada.client().get(address).status()).isEqualTo(404);
    }

    @Test
    void ifMatchTakesListsAndAnythingThatThereIsButNoWeakTags() throws Exception {
        // The conditions must hold regardless of what the replica has.
        pair.stopApplier();
        String address = "/api/v1/stories/" + ada.publish(contract, "Matched by " + ada.username());
        ObjectNode text = contract.example("StoryText").put("title", "Matched by " + ada.username());
        String tag = ada.client().get(address).tag();

        assertThat(ada.client().with("If-Match", "W/" + tag).put(address, text).status()).isEqualTo(412);
        assertThat(ada.client().with("If-Match", "\"77\", \"88\"").put(address, text).status()).isEqualTo(412);
        assertThat(ada.client().with("If-Match", "\"unheard of\"").put(address, text).status()).isEqualTo(412);
        assertThat(ada.client().with("If-Match", "3").put(address, text).status()).isEqualTo(400);
        assertThat(ada.client().with("If-Match", "3").delete(address).status()).isEqualTo(400);
        assertThat(ada.client().with("If-Match", "\"77\", " + tag).put(address, text).status()).isEqualTo(200);
        assertThat(ada.client().with("If-Match", "*").put(address, text).status()).isEqualTo(200);
    }

    @Test
    void aDraftIsItsAuthorsAloneUntilItIsPublished() {
        ObjectNode text = contract.example("NewStory").put("title", "Draft of " + ada.username()).put("publish", false);
        Answer draft = ada.client().post("/api/v1/stories", text);
        String address = draft.header("Location");

        assertThat(draft.body().path("state").asString()).isEqualTo("draft");
        assertThat(address).doesNotContain(ada.username());
        for (String path : List.of("", "/comments")) {
            assertThat(bob.client().get(address + path).status()).isEqualTo(404);
        }
        assertThat(bob.client().delete(address).status()).isEqualTo(404);
        assertThat(bob.client().post(address + "/publish", "").status()).isEqualTo(404);
        assertThat(bob.client().post(address + "/comments", contract.example("CommentText")).status()).isEqualTo(404);
        assertThat(bob.client().with("If-Match", "*").put(address, contract.example("StoryText")).status())
                .isEqualTo(404);
        assertThat(slugs(ada.client().get("/api/v1/me/drafts?limit=100")))
                .contains(draft.body().path("slug").asString());
        assertThat(bob.client().get("/api/v1/me/drafts").body().path("items")).isEmpty();

        Answer published = ada.client().post(address + "/publish", "");
        assertThat(published.body().path("state").asString()).isEqualTo("published");
        // The replica may get what another user has written a moment later.
        Answer moved = await().until(() -> bob.client().get(address), answer -> answer.status() == 308);
        assertThat(bob.client().get(moved.header("Location")).body()).isEqualTo(published.body());
        assertThat(ada.client().post(address + "/publish", "").body()).isEqualTo(published.body());
    }

    @Test
    void aRequestThatIsSentAgainWithItsKeyMakesNothingMore() {
        String key = UUID.randomUUID().toString();
        ApiClient client = ada.client().with("Idempotency-Key", "\"" + key + "\"");
        ObjectNode text = contract.example("NewStory").put("title", "Once by " + ada.username());
        Answer created = client.post("/api/v1/stories", text);

        for (String same : List.of("\"" + key + "\"", key)) {
            Answer again = ada.client().with("Idempotency-Key", same).post("/api/v1/stories", text);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Location")).isEqualTo(created.header("Location"));
            assertThat(again.tag()).isEqualTo(created.tag());
            assertThat(again.body()).isEqualTo(created.body());
        }

        String list = created.header("Location") + "/comments";
        assertProblem(client.post("/api/v1/stories", text.deepCopy().put("body", "Another text")), "invalid");
        Answer refused = client.post(list, contract.example("CommentText"));
        assertProblem(refused, "invalid");
        assertThat(refused.body().at("/errors/0/parameter").asString()).isEqualTo("Idempotency-Key");
        assertThat(bob.client().with("Idempotency-Key", key).post("/api/v1/stories", text).header("Location"))
                .isNotEqualTo(created.header("Location"));

        ApiClient commenter = ada.client().with("Idempotency-Key", "\"a \\\"key\\\"\"");
        Answer comment = commenter.post(list, contract.example("CommentText"));
        assertThat(commenter.post(list, contract.example("CommentText")).body()).isEqualTo(comment.body());
        ada.client().delete(comment.header("Location"));
        assertProblem(commenter.post(list, contract.example("CommentText")), "invalid");
    }

    @Test
    void aRequestThatIsNotValidDoesNotUseItsKeyUp() {
        ApiClient client = ada.client().with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
        ObjectNode text = contract.example("NewStory").put("title", "Corrected by " + ada.username());

        assertProblem(client.post("/api/v1/stories", text.deepCopy().put("body", "")), "invalid");
        assertThat(client.post("/api/v1/stories", text).status()).isEqualTo(201);
    }

    @Test
    void aKeyIsOneText() {
        ObjectNode text = contract.example("NewStory");
        for (String wrong : List.of("", "\"\"", "\"open", "a\"b", "a, b", "\"a\", \"b\"",
                "x".repeat(256))) {
            Answer answer = ada.client().with("Idempotency-Key", wrong).post("/api/v1/stories", text);
            assertProblem(answer, "malformed-request");
            assertThat(answer.body().at("/errors/0/parameter").asString()).isEqualTo("Idempotency-Key");
        }
    }

    @Test
    void aListIsReadPageAfterPage() {
        ApiUser author = user();
        List<String> written = Stream.of("one", "two", "three")
                .map(word -> author.publish(contract, word + " of " + author.username())).toList();
        String list = "/api/v1/authors/" + author.username() + "/stories";

        Answer first = author.client().get(list + "?limit=2");
        assertThat(slugs(first)).containsExactly(written.get(2), written.get(1));
        String next = next(first);
        assertThat(next).contains("after=" + first.body().path("next").asString(), "limit=2");
        Answer second = author.client().get(next);
        assertThat(slugs(second)).containsExactly(written.getFirst());
        assertThat(second.body().has("next")).isFalse();
    }

    @Test
    void theLinkToTheNextPageRepeatsNoAddressThatIsLongAndEscapesBrackets() {
        ApiUser author = user();
        Stream.of("one", "two").forEach(word -> author.publish(contract, word + " of " + author.username()));
        String list = "/api/v1/authors/" + author.username() + "/stories?limit=1&x=";

        await().until(() -> answer(list).contains("Link:"));
        assertThat(answer(list + "[a]")).contains("?limit=1&x=%5Ba%5D&after=");
        assertThat(answer(list + "x".repeat(2_000))).startsWith("HTTP/1.1 200").contains("\"next\":\"")
                .doesNotContain("Link:");
    }

    @Test
    void theNextPageOfASearchIsThatOfTheSameWords() {
        ApiUser author = user();
        String word = author.username();
        author.publish(contract, "Ünder " + word);
        author.publish(contract, "Über " + word);

        Answer first = author.client().get("/api/v1/search?limit=1&q=" + word + "%20%C3%BC+%26");
        assertThat(next(first)).isEqualTo("/api/v1/search?limit=1&q=" + word + "%20%C3%BC+%26&after=2");
        assertThat(slugs(author.client().get(next(first)))).hasSize(1).doesNotContainAnyElementsOf(slugs(first));
    }

    @Test
    void aQueryThatCannotBeReadIsRefused() {
        assertThat(answer("/api/v1/stories?after=%zz")).startsWith("HTTP/1.1 400").contains("application/problem+json",
                "malformed-request");
    }

    /** Returns the whole response to a request for an address that Java's client would refuse to send. */
    private String answer(String address) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write("""
                    GET %s HTTP/1.1\r
                    Host: localhost\r
                    Connection: close\r
                    \r
                    """.formatted(address).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String next(Answer page) {
        return page.header("Link").replaceFirst("^<http://[^/]+([^>]+)>; rel=\"next\"$", "$1");
    }

    @Test
    void storiesAreFoundByTagAuthorAndWords() {
        ApiUser author = user();
        ObjectNode text = contract.example("NewStory").put("title", "About " + author.username());
        text.putArray("tags").add(author.username());
        String found = author.client().post("/api/v1/stories", text).body().path("slug").asString();

        assertThat(slugs(author.client().get("/api/v1/stories?limit=100"))).contains(found);
        assertThat(slugs(author.client().get("/api/v1/tags/" + author.username() + "/stories"))).containsExactly(found);
        assertThat(slugs(author.client().get("/api/v1/search?q=" + author.username()))).containsExactly(found);
        assertThat(author.client().get("/api/v1/tags?limit=100").body().path("items").findValuesAsString("name"))
                .contains(author.username());
        assertThat(author.client().get("/api/v1/authors/" + author.username()).body().path("displayName").asString())
                .isEqualTo("Name of " + author.username());
    }

    @Test
    void aCommentIsItsAuthorsToChangeAndTheStorysAuthorsToHide() {
        ApiClient author = user().client().with("X-Note", "commenter");
        String list = "/api/v1/stories/" + slug + "/comments";
        Answer created = author.post(list, contract.example("CommentText"));
        String address = created.header("Location");

        assertThat(author.get(address).body()).isEqualTo(created.body());
        assertThat(author.with("If-None-Match", created.tag()).get(address).status()).isEqualTo(304);
        Answer changed = author.with("If-Match", created.tag()).put(address, Map.of("body", "*Changed.*"));
        assertThat(changed.body().path("html").asString()).contains("<em>Changed.</em>");
        assertThat(author.with("If-Match", created.tag()).put(address, Map.of("body", "Again")).status())
                .isEqualTo(412);
        assertThat(bob.client().with("If-Match", "*").put(address, Map.of("body", "Mine")).status()).isEqualTo(403);
        assertThat(bob.client().delete(address).status()).isEqualTo(403);
        assertThat(bob.client().send("PUT", address + "/hidden", null).status()).isEqualTo(403);
        assertThat(bob.client().delete(address + "/hidden").status()).isEqualTo(403);

        assertThat(ada.client().send("PUT", address + "/hidden", null).status()).isEqualTo(204);
        assertThat(ada.client().get(address).body().path("hidden").asBoolean()).isTrue();
        await().untilAsserted(() -> assertThat(anybody.get(address).status()).isEqualTo(404));
        assertThat(ada.client().delete(address + "/hidden").status()).isEqualTo(204);
        assertThat(ada.client().get(list).body().path("items").findValuesAsString("hidden")).containsOnly("false");

        assertThat(author.delete(address).status()).isEqualTo(204);
        assertThat(author.get(address).status()).isEqualTo(404);
    }

    @Test
    void whatIsSomebodyElsesIsTheirsToChange() {
        String address = "/api/v1/stories/" + slug;

        assertThat(bob.client().with("If-Match", "\"0\"").put(address, contract.example("StoryText")).status())
                .isEqualTo(403);
        assertThat(bob.client().delete(address).status()).isEqualTo(403);
        assertThat(bob.client().post(address + "/publish", "").status()).isEqualTo(403);
    }

    @Test
    void aProgramSignsUpSignsInAndMakesItselfAToken() {
        String username = "signs-up-" + ada.username().substring(0, 8);
        ObjectNode account = contract.example("NewAccount").put("username", username);
        Answer signedUp = anybody.with("X-Forwarded-For", ApiUser.address()).post("/api/v1/accounts", account);
        assertThat(signedUp.status()).isEqualTo(201);
        assertThat(anybody.with("X-Forwarded-For", ApiUser.address()).post("/api/v1/accounts", account).body()
                .at("/errors/0/field").asString()).isEqualTo("username");

        Answer signedIn = anybody.post("/api/v1/sessions",
                contract.example("Credentials").put("username", username));
        assertThat(signedIn.body()).isEqualTo(signedUp.body());
        ApiClient browser = anybody.with("Cookie", signedIn.cookie(SessionCookie.NAME));
        assertThat(browser.get("/api/v1/me").body().path("username").asString()).isEqualTo(username);

        Answer made = browser.post("/api/v1/me/tokens", contract.example("NewToken"));
        ApiClient program = anybody.with("Authorization", "Bearer " + made.body().path("token").asString());
        assertThat(program.get("/api/v1/me").body().path("username").asString()).isEqualTo(username);
        assertThat(program.post("/api/v1/me/tokens", contract.example("NewToken")).status()).isEqualTo(403);
        assertThat(browser.get("/api/v1/me/tokens").body().path("items").findValuesAsString("name"))
                .containsExactly("backup script");
        assertThat(made.body().path("scopes").valueStream().map(JsonNode::asString)).containsExactly("read", "write");
        assertThat(browser.delete(made.header("Location")).status()).isEqualTo(204);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(browser.delete(made.header("Location")).status()).isEqualTo(404);
    }

    @Test
    void aSessionIsEndedFromElsewhere() {
        ApiUser user = user();
        Answer signedIn = anybody.post("/api/v1/sessions",
                Map.of("username", user.username(), "password", user.password()));
        ApiClient browser = anybody.with("Cookie", signedIn.cookie(SessionCookie.NAME));
        JsonNode current = browser.get("/api/v1/me/sessions").body().path("items").valueStream()
                .filter(session -> session.path("current").asBoolean()).findFirst().orElseThrow();

        String address = "/api/v1/me/sessions/" + current.path("id").asLong();
        assertThat(bob.client().delete(address).status()).isEqualTo(404);
        assertThat(user.client().delete(address).status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void profileAndPreferencesAreReplacedByWhoHasSeenThem() {
        ApiClient client = user().client();
        for (String name : List.of("Profile", "Preferences")) {
            String address = "/api/v1/me/" + name.toLowerCase(Locale.ROOT);
            Answer seen = client.get(address);
            assertThat(client.with("If-None-Match", seen.tag()).get(address).status()).isEqualTo(304);
            Answer changed = client.with("If-Match", seen.tag()).put(address, contract.example(name));
            assertThat(changed.body()).isEqualTo(contract.example(name));
            assertThat(client.with("If-Match", seen.tag()).put(address, contract.example(name)).status())
                    .isEqualTo(412);
            assertThat(client.get(address).body()).isEqualTo(changed.body());
            assertThat(client.get(address).tag()).isEqualTo(changed.tag());
        }
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() {
        ApiUser user = user();
        ObjectNode change = contract.example("PasswordChange");

        assertThat(user.client().put("/api/v1/me/password", change.deepCopy().put("currentPassword", "not this one"))
                .body().at("/errors/0/field").asString()).isEqualTo("currentPassword");
        assertThat(user.client().put("/api/v1/me/password", change).status()).isEqualTo(204);
        assertThat(user.client().get("/api/v1/me").status()).isEqualTo(200);
        assertThat(anybody.post("/api/v1/sessions", Map.of("username", user.username(), "password", user.password()))
                .status()).isEqualTo(401);
    }

    @Test
    void aNewPasswordRevokesTheTokensUnlessItIsToldNotTo() {
        ApiUser user = user();
        ObjectNode change = contract.example("PasswordChange");
        change.remove("revokeTokens");

        assertThat(user.browser().put("/api/v1/me/password", change).status()).isEqualTo(204);

        assertThat(user.client().get("/api/v1/me").status()).isEqualTo(401);
        assertThat(user.reader().get("/api/v1/me").status()).isEqualTo(401);
        assertThat(user.browser().get("/api/v1/me/tokens").body().path("items")).isEmpty();
    }

    @Test
    void aTokenIsMadeByWhoKnowsThePasswordAndEndsInNinetyDays() {
        ApiUser user = user();
        ObjectNode wanted = contract.example("NewToken").put("name", "usual");
        wanted.remove(List.of("expiresInDays", "scopes"));

        assertThat(user.browser().post("/api/v1/me/tokens", wanted.deepCopy().put("password", "not this one")).body()
                .at("/errors/0/field").asString()).isEqualTo("password");
        JsonNode made = user.browser().post("/api/v1/me/tokens", wanted).body();

        assertThat(made.path("scopes").valueStream().map(JsonNode::asString)).containsExactly("read", "write");
        assertThat(Duration.between(Instant.parse(made.path("createdAt").asString()),
                Instant.parse(made.path("expiresAt").asString()))).isEqualTo(Duration.ofDays(90));
        ObjectNode reader = wanted.put("name", "reader");
        reader.putArray("scopes").add("read");
        assertThat(user.browser().post("/api/v1/me/tokens", reader).body().path("scopes").valueStream()
                .map(JsonNode::asString)).containsExactly("read");
    }

    @Test
    void aTokenSaysWhenItWasLastUsed() {
        ApiUser user = user();
        String token = "/0/lastUsedAt";
        assertThat(user.browser().get("/api/v1/me/tokens").body().path("items").at(token).isMissingNode()).isTrue();

        user.reader().get("/api/v1/stories");

        await().untilAsserted(() -> assertThat(user.browser().get("/api/v1/me/tokens").body().path("items").at(token)
                .isMissingNode()).isFalse());
    }

    @Test
    void anAccountGoesAndItsStoriesStay() {
        ApiUser user = user();
        String address = "/api/v1/stories/" + user.publish(contract, "Outlives " + user.username());

        assertThat(user.client().post("/api/v1/me/deletion", contract.example("AccountDeletion")).status())
                .isEqualTo(204);
        assertThat(user.client().get("/api/v1/me").status()).isEqualTo(401);
        await().untilAsserted(() -> assertThat(anybody.get(address).body().has("author")).isFalse());
    }

    @Test
    void whoTriesTooOftenIsToldWhenToTryAgain() {
        ApiUser user = user();
        Map<String, String> wrong = Map.of("username", user.username(), "password", "not the password");
        List<Integer> attempts = Stream.generate(() -> anybody.post("/api/v1/sessions", wrong).status()).limit(4)
                .toList();
        assertThat(attempts).containsExactly(401, 401, 401, 429);
        assertThat(anybody.post("/api/v1/sessions", Map.of("username", user.username(), "password", user.password()))
                .status()).isEqualTo(429);
        ObjectNode wanted = contract.example("NewToken");
        assertThat(user.browser().post("/api/v1/me/tokens", wanted).status()).isEqualTo(201);
        List<Integer> guesses = Stream.generate(() -> user.browser().post("/api/v1/me/tokens",
                wanted.put("password", "not the password")).status()).limit(4).toList();
        assertThat(guesses).containsExactly(422, 422, 422, 429);
        assertThat(user.browser().put("/api/v1/me/password", contract.example("PasswordChange")).status())
                .isEqualTo(429);
        assertThat(user.browser().post("/api/v1/me/deletion", contract.example("AccountDeletion")).status())
                .isEqualTo(429);
        assertThat(user.client().put("/api/v1/me/password", contract.example("PasswordChange")).status())
                .isEqualTo(204);

        ApiClient crowd = anybody.with("X-Forwarded-For", ApiUser.address());
        List<Integer> statuses = Stream.of("a", "b", "c").map(letter -> crowd.post("/api/v1/accounts",
                contract.example("NewAccount").put("username", letter + ada.username())).status()).toList();
        assertThat(statuses).containsExactly(201, 201, 429);
    }

    @Test
    void whoWritesTooMuchIsToldWhenToGoOn() {
        ApiClient writer = user().client().with("X-Forwarded-For", ApiUser.address());
        ObjectNode text = contract.example("NewStory").put("publish", false);
        String published = writer.post("/api/v1/stories", contract.example("NewStory")).header("Location");
        for (int i = 0; i < 58; i++) {
            assertThat(writer.post("/api/v1/stories", text).status()).isEqualTo(201);
        }
        ApiClient twice = writer.with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
        Answer last = twice.post("/api/v1/stories", text);
        assertThat(last.status()).isEqualTo(201);
        assertThat(twice.post("/api/v1/stories", text).body()).isEqualTo(last.body());
        assertThat(writer.post(published + "/publish", "").status()).isEqualTo(200);
        assertProblem(writer.post(last.header("Location") + "/publish", ""), "too-many-requests");

        Answer refused = writer.post("/api/v1/stories", text);
        assertProblem(refused, "too-many-requests");
        assertThat(refused.body().path("detail").asString()).contains("too many stories");
        assertThat(ada.client().post("/api/v1/stories", text).status()).isEqualTo(201);
    }

    @Test
    void whoSearchesOrPreviewsTooMuchIsToldWhenToGoOn() {
        ApiClient reader = user().client().with("X-Forwarded-For", ApiUser.address());
        for (int i = 0; i < 60; i++) {
            assertThat(reader.post("/api/v1/preview", contract.example("Preview")).status()).isEqualTo(200);
        }
        assertProblem(reader.post("/api/v1/preview", contract.example("Preview")), "too-many-requests");

        ApiClient anyone = anybody.with("X-Forwarded-For", ApiUser.address());
        for (int i = 0; i < 120; i++) {
            assertThat(anyone.get("/api/v1/search?q=story").status()).isEqualTo(200);
        }
        assertProblem(anyone.get("/api/v1/search?q=story"), "too-many-requests");
    }

    @Test
    void aPreviewIsTheStoryAsItWouldBe() {
        assertThat(ada.client().post("/api/v1/preview", contract.example("Preview")).body().path("html").asString())
                .contains("<em>behind</em>");
    }

    @Test
    void theInfrastructureIsKnown() {
        JsonNode known = anybody.get("/api/v1/infrastructure").body();

        assertThat(known.path("databases").findValuesAsString("name")).containsExactly(pair.primary().name(),
                pair.replica().name());
        assertThat(known.path("servers")).hasSize(1);
    }

    @Test
    void theDocumentIsTheSameForAll() {
        Answer document = ada.client().get("/api/v1/openapi.json");

        assertThat(document.body().path("openapi").asString()).startsWith("3.1.");
        assertThat(anybody.with("If-None-Match", document.tag()).get("/api/v1/openapi.json").status()).isEqualTo(304);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void eachDocumentedResponseWasSeen() {
        assertThat(contract.unseenBut(NOT_HERE)).isEmpty();
    }
}
