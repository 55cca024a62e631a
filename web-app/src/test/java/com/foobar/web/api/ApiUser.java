package com.foobar.web.api;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import tools.jackson.databind.node.ObjectNode;

import com.foobar.web.account.Accounts;
import com.foobar.web.account.Client;
import com.foobar.web.account.Scope;
import com.foobar.web.account.SessionCookie;
import com.foobar.web.account.Sessions;
import com.foobar.web.account.SignUp;
import com.foobar.web.account.TokenRequest;
import com.foobar.web.account.Viewer;
import com.foobar.web.api.document.Contract;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A user with an account.
 *
 * @param client a client with a token that may read and write
 * @param reader a client with a token that may only read
 * @param browser a client with a session, like a browser
 */
record ApiUser(String username, String password, ApiClient client, ApiClient reader, ApiClient browser) {

    static final String PASSWORD = "correct horse battery staple";

    /** Creates an account that no other test knows, and tokens as the settings page creates them. */
    static ApiUser make(Accounts accounts, Sessions sessions, ApiClient anybody) {
        String username = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        String session = accounts.signUp(new SignUp(username, "Name of " + username, null, PASSWORD),
                new Client(address(), "")).session();
        Viewer viewer = sessions.find(session).orElseThrow();
        return new ApiUser(username, PASSWORD, withToken(accounts, viewer, anybody, EnumSet.allOf(Scope.class)),
                withToken(accounts, viewer, anybody, EnumSet.of(Scope.READ)),
                anybody.with("Cookie", SessionCookie.NAME + "=" + session));
    }

    private static ApiClient withToken(Accounts accounts, Viewer viewer, ApiClient anybody, Set<Scope> scopes) {
        String token = accounts.makeToken(viewer, PASSWORD, new TokenRequest("tests", TokenRequest.USUAL, scopes))
                .token();
        return anybody.with("Authorization", "Bearer " + token);
    }

    /** Returns an address that no other user signs up from. */
    static String address() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "198.%d.%d.%d".formatted(random.nextInt(18, 20), random.nextInt(256), random.nextInt(256));
    }

    /** Publishes the document's example with the given title. */
    String publish(Contract contract, String title) {
        ObjectNode story = contract.example("NewStory").put("title", title);
        ApiClient.Answer answer = client.post("/api/v1/stories", story);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("slug").asString();
    }

    long comment(String slug, String text) {
        ApiClient.Answer answer = client.post("/api/v1/stories/" + slug + "/comments", Map.of("body", text));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("id").asLong();
    }
}
