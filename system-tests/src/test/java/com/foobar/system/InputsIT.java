package com.foobar.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends malformed input through the gateway, the web server and the web-app on MySQL. The response must name the fault,
 * in the site's form.
 */
@SystemTest
class InputsIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Suite suite;

    InputsIT(Suite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @ValueSource(strings = { "/stories/%E6%95%B0", "/authors/%C3%A9", "/tags/%F0%9F%90%AC",
            "/stories/x/comments/99999999999999999999/edit", "/api/v1/stories/%E6%95%B0",
            "/api/v1/authors/%E6%95%B0/stories", "/api/v1/stories/x/comments/99999999999999999999" })
    void nothingIsAtAnAddressThatNoColumnCouldHold(String address) {
        HttpResponse<String> answer = suite.author().get(suite.https(1) + address);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertForm(address, answer);
    }

    @ParameterizedTest
    @CsvSource({ FORM + ", title[x]=b, 400", FORM + ", tags[9999999]=a&title=A, 400", FORM + ", title.class.x=1, 400",
            FORM + ", a=%zz, 400", "multipart/form-data, a, 400", "application/json, {}, 415" })
    void whatIsNoFormIsTheSendersFault(String type, String body, int status) {
        HttpResponse<String> answer = suite.author().send(request("/stories").header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)).build());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertForm("/stories", answer);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "[", "\"a\"", "{\"body\":1}", "{\"body\":\"\\ud800\"}", "" })
    void whatIsNoJsonOfTheDocumentIsTheSendersFault(String body) {
        HttpResponse<String> answer = suite.author().send(request("/api/v1/preview")
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build());

        assertThat(answer.statusCode()).isBetween(400, 422);
        assertForm("/api/", answer);
    }

    @Test
    void aMethodThatThereIsNotIsAnsweredTheSameForAll() {
        for (Client client : new Client[]{ suite.newClient(), suite.author() }) {
            for (String address : new String[]{ "/settings", "/stories/new", "/api/v1/me" }) {
                HttpResponse<String> answer = client.send(request(address).DELETE().build());

                assertThat(answer.statusCode()).as(address).isEqualTo(405);
                assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET");
                assertForm(address, answer);
                assertThat(client.send(request(address).method("FOO", BodyPublishers.noBody()).build()).statusCode())
                        .isIn(405, 501);
            }
        }
    }

    @Test
    void aUserAgentOfAnyBytesSignsIn() {
        Client person = suite.newClient().signUp(suite.https(1));
        String agent = new String("Mozilla/5.0 (iPhone Xʀ)".getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);

        HttpResponse<String> answer = suite.newClient().send(request("/sign-in").header("Content-Type", FORM)
                .header("User-Agent", agent).POST(BodyPublishers.ofString("username=" + person.username() + "&password="
                        + Client.PASSWORD.replace(' ', '+')))
                .build());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(person.get(suite.https(2) + "/settings/sessions").body()).contains("iPhone");
    }

    @Test
    void whatOneReaderAcceptsIsNotWhatTheNextIsHanded() {
        String address = "/stories/none-" + UUID.randomUUID();
        for (String accept : new String[]{ "application/json", "text/html", "image/png", "application/json" }) {
            HttpResponse<String> answer = suite.newClient().send(request(address).header("Accept", accept)
                    .header("Accept-Language", "de").build());

            assertThat(answer.statusCode()).isEqualTo(404);
            assertForm(accept.equals("application/json") ? "/api/" : address, answer);
            assertThat(answer.headers().firstValue("Content-Language").orElse("en")).isEqualTo("en");
        }
    }

    @Test
    void aTextThatTurnsOthersIsThereStillToBeCorrected() {
        HttpResponse<String> answer = suite.author().submit(suite.https(1) + "/stories",
                Map.of("title", "x\u202Ey", "body", "Typed text."));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Typed text.", "turn the direction");
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(suite.https(1) + address));
    }

    /** Asserts that the response is a page of the site or, for an address of the API, a problem detail. */
    private static void assertForm(String address, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        if (address.startsWith("/api/")) {
            assertThat(type).isEqualTo("application/problem+json");
        } else {
            assertThat(type).startsWith("text/html");
            assertThat(answer.body()).contains("foobar.com</title>");
        }
    }
}
