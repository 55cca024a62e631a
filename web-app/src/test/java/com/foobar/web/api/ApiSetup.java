package com.foobar.web.api;

import java.net.http.HttpClient;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.account.Accounts;
import com.foobar.web.account.Sessions;
import com.foobar.web.api.ApiClient.Answer;
import com.foobar.web.api.document.Contract;
import com.foobar.web.api.document.Contract.Operation;
import com.foobar.web.schema.Schema;

import static com.foobar.web.Site.awaitWritable;
import static org.assertj.core.api.Assertions.assertThat;

/** A site with a pair of databases, users of its API, and a story with a comment for their requests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "management.server.port=0",
        "foobar.quota.stories-by-address.attempts=1000000", "foobar.quota.comments-by-address.attempts=1000000",
        "foobar.throttle.sign-up-by-address.attempts=2", "foobar.throttle.sign-up-by-address.window=1h",
        "foobar.throttle.sign-in-by-username-and-network.attempts=3",
        "foobar.throttle.sign-in-by-username-and-network.window=1h", "foobar.throttle.password-by-session.attempts=3",
        "foobar.throttle.password-by-session.window=1h" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ApiSetup {

    private static final String PROBLEMS = "/problems/";

    final Contract contract = new Contract();
    final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    DatabasePair pair;

    @Autowired
    Schema schema;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    ApiClient anybody;
    ApiUser ada;
    ApiUser bob;
    String slug;
    long comment;

    @BeforeEach
    void haveAStoryWithAComment() throws Exception {
        pair.heal();
        awaitWritable(schema, database);
        anybody = new ApiClient(http, "http://localhost:" + port, contract);
        if (ada == null) {
            ada = user();
            bob = user();
            slug = ada.publish(contract, "A story of " + ada.username());
            comment = ada.comment(slug, "A comment.");
        }
    }

    ApiUser user() {
        return ApiUser.make(accounts, sessions, anybody);
    }

    /** Returns a client that may use the operation. */
    ApiClient permitted(Operation operation) {
        ApiClient client = operation.id().equals("createToken") ? ada.browser() : ada.client();
        return operation.documents(428) ? client.with("If-Match", "*") : client;
    }

    Answer send(ApiClient client, Operation operation) {
        return client.send(operation.method(), path(operation), body(operation));
    }

    Object body(Operation operation) {
        return operation.bodySchema().<Object> map(contract::example).orElse(null);
    }

    String path(Operation operation) {
        String path = path(operation.path());
        return operation.id().equals("searchStories") ? path + "?q=story" : path;
    }

    String path(String template) {
        return template.replace("{slug}", slug).replace("{comment}", Long.toString(comment))
                .replace("{username}", ada.username()).replaceAll("\\{\\w+}", "1");
    }

    static List<String> slugs(Answer answer) {
        return answer.body().path("items").findValuesAsString("slug");
    }

    static void assertProblem(Answer answer, String code) {
        assertThat(answer.text()).contains("\"type\":\"" + PROBLEMS + code + "\"");
    }
}
