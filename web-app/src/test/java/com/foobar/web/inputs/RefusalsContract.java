package com.foobar.web.inputs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.Site;
import com.foobar.web.inputs.Caller.Kind;
import com.foobar.web.inputs.RawClient.Answer;

import static com.foobar.web.inputs.RawRequest.bytesOf;
import static org.assertj.core.api.Assertions.assertThat;

/** The responses to requests that cannot be served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RefusalsContract {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Site site;
    private final RawClient client;
    private final Caller caller;

    RefusalsContract(DatabasePair pair) {
        this.site = Site.twoOver(pair).get(0);
        this.client = new RawClient(site.port());
        this.caller = new Caller(site);
    }

    @BeforeEach
    void settle() {
        caller.settle();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/stories/%E6%95%B0", "/stories/%C3%A9/edit", "/stories/a%20b", "/stories/A",
            "/stories/%F0%9F%90%AC/comments/1/edit", "/authors/%E6%95%B0", "/authors/%E6%95%B0/feed.atom",
            "/tags/%F0%9F%90%AC", "/tags/%E6%95%B0/feed.atom", "/stories/x/comments/99999999999999999999/edit",
            "/stories/x/comments/one/edit", "/sitemap/9999999999.xml", "/api/v1/stories/%E6%95%B0",
            "/api/v1/stories/%E6%95%B0/comments", "/api/v1/authors/%C3%A9", "/api/v1/authors/%C3%A9/stories",
            "/api/v1/stories/x/comments/99999999999999999999", "/api/v1/stories/x/comments/1e5", "/error" })
    void nothingIsAtAnAddressThatNoColumnCouldHold(String address) throws IOException {
        RawRequest request = new RawRequest("GET", address);
        caller.authorize(request, address.startsWith("/api/") ? Kind.TOKEN : Kind.SESSION);

        Answer answer = client.send(request);

        assertThat(answer.status()).isEqualTo(404);
        assertForm(address, answer);
    }

    @Test
    void anAddressIsNoLongerThanItsColumn() throws IOException {
        assertThat(client.send(new RawRequest("GET", "/stories/" + "a".repeat(101))).status()).isEqualTo(404);
        assertThat(client.send(new RawRequest("GET", "/api/v1/stories/" + "a".repeat(5_000))).status()).isEqualTo(404);
        assertThat(client.send(new RawRequest("GET", "/api/v1/authors/" + "a".repeat(5_000))).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({ "/stories/%E6%95%B0/comments", "/stories/%E6%95%B0/edit", "/stories/%E6%95%B0/comments/1/edit" })
    void whatIsTypedForAnAddressThatCannotBeIsThereStill(String address) throws IOException {
        Answer answer = client.send(form(address, "title=Typed+title&body=Typed+text&version=0"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Typed text");
    }

    @ParameterizedTest
    @ValueSource(strings = { "title[x]=b", "tags[9999999]=a", "title.class.x=1", "tags[0].x=1", "title[=b",
            "body[%27a%27]=1" })
    void aFieldHasNoParts(String field) throws IOException {
        for (String address : List.of("/stories", "/stories/x/edit")) {
            Answer answer = client.send(form(address, "version=0&title=A&body=B&" + field));

            assertThat(answer.status()).isEqualTo(400);
            assertForm(address, answer);
        }
    }

    @Test
    void aParameterThatIsNobodysMayHaveParts() throws IOException {
        RawRequest request = new RawRequest("GET", "/");
        request.query = "utm%5Ba%5D=b";
        assertThat(client.send(request).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "multipart/form-data, 400", "multipart/form-data; boundary=, 400",
            "multipart/form-data; boundary=x, 422",
            "application/json, 415", "text/plain, 415", "foo, 415", ";;;, 415" })
    void aFormIsOfTheTypesThatBrowsersSend(String type, int status) throws IOException {
        RawRequest request = form("/stories", "title=A&body=B").with("Content-Type", type);

        assertForm("/stories", client.send(request));
        assertThat(client.send(request).status()).isEqualTo(status);
    }

    @Test
    void aFormThatBreaksOffIsItsSendersFault() throws IOException {
        RawRequest form = form("/stories", "title=A&body=B");
        form.missing = 10;
        RawRequest json = new RawRequest("POST", "/api/v1/preview").withBody("application/json", "{\"body\":");
        json.missing = 10;
        caller.authorize(json, Kind.TOKEN);

        // If Tomcat cannot read the rest of the form, it sends no response either, because the client is gone.
        assertThat(client.send(form).status()).isIn(0, 400);
        assertThat(client.send(json).status()).isEqualTo(400);
    }

    @Test
    void aMethodThatThereIsNotIsAnsweredTheSameForAll() throws IOException {
        ArrayList<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.all(site)) {
            if (endpoint.pattern().contains("*") || endpoint.pattern().equals("/error")) {
                continue;
            }
            for (Kind kind : Kind.values()) {
                for (String method : List.of("FOO", "PATCH")) {
                    RawRequest request = new RawRequest(method, endpoint.path(caller::addressOf));
                    caller.authorize(request, kind);
                    Answer answer = client.send(request);
                    if (answer.status() != 405 || !answer.header("Allow").contains(endpoint.method())) {
                        wrong.add(request + " of " + kind + ": " + answer.status() + " " + answer.header("Allow"));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void eachAddressSaysItsMethodsAndHasAHeadWhereItHasAGet() throws IOException {
        ArrayList<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.all(site)) {
            if (endpoint.pattern().contains("*") || endpoint.pattern().equals("/error")) {
                continue;
            }
            String path = endpoint.path(caller::addressOf);
            for (Kind kind : Kind.values()) {
                Answer options = client.send(caller.authorize(new RawRequest("OPTIONS", path), kind));
                if (options.status() != 200 || !options.header("Allow").contains(endpoint.method())) {
                    wrong.add("OPTIONS " + path + " of " + kind + ": " + options.status());
                }
                if (endpoint.method().equals("GET")) {
                    int get = client.send(caller.authorize(new RawRequest("GET", path), kind)).status();
                    Answer head = client.send(caller.authorize(new RawRequest("HEAD", path), kind));
                    if (head.status() != get || !head.body().isEmpty()) {
                        wrong.add("HEAD " + path + " of " + kind + ": " + head.status() + ", GET: " + get);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(client.send(new RawRequest("OPTIONS", "*")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/stories/none", "/none", "/?after=none", "/search?page=0" })
    void whatAnErrorDependsOnIsSaid(String address) throws IOException {
        int status = client.send(new RawRequest("GET", address)).status();
        for (String accept : List.of("application/json", "text/html, application/json", "image/png", ";;;")) {
            Answer answer = client.send(new RawRequest("GET", address).with("Accept", accept));

            assertThat(answer.status()).as(accept).isEqualTo(status);
            assertThat(answer.header("Vary")).contains("Accept");
            assertThat(answer.header("Content-Type"))
                    .startsWith(accept.equals("application/json") ? "application/problem+json" : "text/html");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/none", "/sign-in" })
    void theSiteHasOneLanguage(String address) throws IOException {
        for (String language : List.of("de", "ar, en;q=0.1", ";;;", "")) {
            Answer answer = client.send(new RawRequest("GET", address).with("Accept-Language", language)
                    .with("Accept", "application/json, text/html"));

            assertThat(answer.header("Content-Language")).isEqualTo("en");
            assertThat(answer.header("Content-Type")).startsWith("text/html");
        }
    }

    @Test
    void aHeaderMayBeOfAnyBytes() throws IOException {
        for (String agent : List.of(bytesOf("Mozilla/5.0 (iPhone Xʀ)"), "\u0080\u009f\u00ff", "a\tb")) {
            RawRequest form = form("/sign-up",
                    "username=" + "u" + System.nanoTime() + "&password=correct+horse+battery")
                            .with("User-Agent", agent).with("Referer", agent).with("X", agent)
                            .with("X-Forwarded-For", Caller.someAddress());

            assertThat(client.send(form).status()).isEqualTo(303);
        }
    }

    @Test
    void aRequestMayHaveManyCookies() throws IOException {
        RawRequest request = new RawRequest("GET", "/");
        request.with("Cookie", "a=;".repeat(400));

        assertThat(client.send(request).status()).isEqualTo(200);
    }

    @Test
    void noTextTurnsTheTextAroundIt() throws IOException {
        Answer page = client.send(form("/stories", "title=x%E2%80%AEy&body=Typed+text&tags=java"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("turn the direction", "Typed text", "x\u202Ey");
        for (String text : List.of("x\\u202ey", "\\u200b", "\\u2066", "\\u3164\\u00ad")) {
            assertThat(story("{\"title\":\"" + text + "\",\"body\":\"B\"}").status()).as(text).isEqualTo(422);
        }
        assertThat(story("{\"title\":\"T\",\"body\":\"B\",\"tags\":[\"\\u3164\"]}").status()).isEqualTo(422);
    }

    @Test
    void whatNoPageCanShowIsLeftOut() throws IOException {
        Answer answer = story(
                "{\"title\":\"T\\u0000i\\ud800t\\uffffle\",\"body\":\"B\\u0007\\udc00\",\"publish\":false}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).contains("\"title\":\"Title\"", "\"body\":\"B\"");
    }

    private Answer story(String json) throws IOException {
        return client
                .send(caller.authorize(new RawRequest("POST", "/api/v1/stories").withBody("application/json", json),
                        Kind.TOKEN));
    }

    private RawRequest form(String address, String fields) {
        return caller.authorize(new RawRequest("POST", address).withBody(FORM, fields), Kind.SESSION);
    }

    /** Asserts that the response has the site's own form: a page or, for an address of the API, a problem detail. */
    private static void assertForm(String address, Answer answer) {
        if (address.startsWith("/api/")) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        } else {
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.body()).contains("foobar.com</title>", "skip");
        }
    }
}
