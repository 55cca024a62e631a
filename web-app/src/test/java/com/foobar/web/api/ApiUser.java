package com.foobar.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import tools.jackson.databind.node.ObjectNode;

import com.foobar.web.account.Accounts;
import com.foobar.web.account.ApiTokens;
import com.foobar.web.account.Client;
import com.foobar.web.account.SessionCookie;
import com.foobar.web.account.Sessions;
import com.foobar.web.account.SignUp;
import com.foobar.web.api.document.Contract;

/** Someone with an account, who brings a token or, as a browser does, a session. */
record ApiUser(String username, String password, ApiClient client, ApiClient browser) {

    static final String PASSWORD = "correct horse battery staple";

    /** Makes an account that no other test knows, as its settings page would. */
    static ApiUser make(Accounts accounts, Sessions sessions, ApiTokens tokens, ApiClient anybody) {
        String username = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        String session = accounts.signUp(new SignUp(username, "Name of " + username, null, PASSWORD),
                new Client(address(), ""));
        long account = sessions.find(session).orElseThrow().accountId();
        String token = tokens.make(account, "tests", null).token();
        return new ApiUser(username, PASSWORD, anybody.with("Authorization", "Bearer " + token),
                anybody.with("Cookie", SessionCookie.NAME + "=" + session));
    }

    /** An address that nobody else signs up from. */
    static String address() {
        var random = ThreadLocalRandom.current();
        return "198.%d.%d.%d".formatted(random.nextInt(18, 20), random.nextInt(256), random.nextInt(256));
    }

    /** Publishes the document's example under a title of its own. */
    String publish(Contract contract, String title) {
        ObjectNode story = contract.example("NewStory").put("title", title);
        var answer = client.post("/api/v1/stories", story);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("slug").asString();
    }

    long comment(String slug, String text) {
        var answer = client.post("/api/v1/stories/" + slug + "/comments", Map.of("body", text));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("id").asLong();
    }
}
