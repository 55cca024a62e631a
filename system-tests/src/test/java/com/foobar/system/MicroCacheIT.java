package com.foobar.system;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SystemTest
class MicroCacheIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Suite suite;

    MicroCacheIT(Suite suite) {
        this.suite = suite;
    }

    @AfterEach
    void makeWhole() {
        suite.mend();
    }

    @Test
    void pageForEverybodyIsKeptAndMadeAnewAfterASecond() {
        String page = "/?cached=" + UUID.randomUUID();

        assertThat(atNginx(page)).contains("X-Cache: MISS");
        assertThat(atNginx(page)).containsAnyOf("X-Cache: HIT", "X-Cache: EXPIRED");
        await("it is made anew").atMost(LIMIT).until(() -> atNginx(page).contains("X-Cache: EXPIRED"));
    }

    @Test
    void keptPageIsServedWhileTheWebAppIsDownAndOthersAreNot() {
        String page = "/?kept=" + UUID.randomUUID();
        assertThat(atNginx(page)).contains("HTTP/1.1 200");

        // 1. Kill the web-app.
        suite.docker("kill", "web-app-1");

        // 2. The cached page is still served, unchanged and any number of times.
        await("an old page").atMost(LIMIT)
                .untilAsserted(() -> assertThat(atNginx(page)).contains("HTTP/1.1 200", "X-Cache: STALE"));
        assertThat(atNginx(page)).contains("HTTP/1.1 200", "foobar.com</title>");

        // 3. For a page that is not cached, or that belongs to one reader, the web server responds with its own error
        // page.
        assertThat(atNginx("/?kept=never")).containsPattern("HTTP/1.1 50[24]").contains("Retry-After: 2",
                "Back in a moment");
        assertThat(atNginx(page, "Cookie: __Host-session=any")).containsPattern("HTTP/1.1 50[24]");
    }

    @Test
    void pageThatIsGoneIsNotShownAgain() {
        Client author = suite.author();
        String story = author.publish(suite.https(1), "Gone " + UUID.randomUUID(), "Not for long.").headers()
                .firstValue("Location").orElseThrow().replaceFirst("^https://[^/]+", "");
        await("it is kept").atMost(LIMIT)
                .untilAsserted(() -> assertThat(atNginx(story)).contains("HTTP/1.1 200", "Not for long."));
        assertThat(author.submit(suite.https(1) + story + "/delete", Map.of()).statusCode()).isEqualTo(303);
        await("it is gone").atMost(LIMIT).until(() -> atNginx(story).contains("HTTP/1.1 404"));

        suite.docker("kill", "web-app-1");

        await("what is kept").atMost(LIMIT)
                .untilAsserted(() -> assertThat(atNginx(story)).contains("HTTP/1.1 404", "X-Cache: STALE"));
        assertThat(atNginx(story)).doesNotContain("Not for long.");
    }

    @Test
    void pageOfOneReaderNeverEntersTheCache() {
        String path = "/?personal=" + UUID.randomUUID();
        Client author = suite.newClient().signUp(suite.https(1));
        for (int request = 0; request < 4; request++) {
            HttpResponse<String> own = author.get(suite.https(1) + path);
            assertThat(own.body()).contains("Sign out");
            assertThat(own.headers().firstValue("X-Cache")).hasValue("BYPASS");
        }

        for (int request = 0; request < 4; request++) {
            HttpResponse<String> page = suite.newClient().get(suite.https(1) + path);
            assertThat(page.body()).doesNotContain("Sign out");
            assertThat(page.headers().firstValue("X-Accel-Expires")).isEmpty();
        }
    }

    /** A reader's preferences must either be part of the cache key or be hidden from the web-app. */
    @Test
    void whatOneReaderPrefersIsNotHandedToTheNext() {
        String missing = "/no-such-page-" + UUID.randomUUID();
        assertThat(atNginx(missing, "Accept: application/json")).contains("HTTP/1.1 404", "json");
        assertThat(atNginx(missing, "Accept: text/html")).contains("HTTP/1.1 404", "Content-Type: text/html");
        assertThat(atNginx(missing, "Accept: application/json")).contains("json").doesNotContain("text/html");

        String page = "/?preferred=" + UUID.randomUUID();
        assertThat(atNginx(page, "Accept: text/html;q=0.1, application/json", "Accept-Language: de",
                "Accept-Encoding: br", "Range: bytes=0-0")).contains("HTTP/1.1 200", "</html>")
                        .doesNotContain("Content-Language: de");
        assertThat(atNginx(page)).contains("HTTP/1.1 200", "</html>").doesNotContain("Content-Language: de");
    }

    @Test
    void whoAsksForAHeadOrAPartLeavesTheWholePageToTheNext() {
        String page = "/?parts=" + UUID.randomUUID();
        assertThat(suite.exec("nginx-1", "curl", "-s", "-I", "http://localhost:8080" + page, "-H", "Via: 1.1 test"))
                .contains("HTTP/1.1 200", "X-Cache: MISS");
        assertThat(atNginx(page, "If-None-Match: *", "If-Modified-Since: Thu, 01 Jan 2070 00:00:00 GMT"))
                .contains("HTTP/1.1 200", "</html>");
        assertThat(atNginx(page, "Range: bytes=0-8")).contains("HTTP/1.1 200", "</html>");
        assertThat(atNginx(page)).contains("HTTP/1.1 200", "</html>");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Authorization: 0", "Authorization: Bearer x", "X-Database-Position: x",
            "Cookie: a=b; __Host-session=x", "Cookie: __Host-position=x" })
    void whoIsKnownByAHeaderIsNeitherGivenNorLeavesAKeptPage(String header) {
        String page = "/?known=" + UUID.randomUUID();
        assertThat(atNginx(page, header)).contains("X-Cache: BYPASS");
        assertThat(atNginx(page)).contains("X-Cache: MISS");
        assertThat(atNginx(page, header)).contains("X-Cache: BYPASS");
    }

    @Test
    void pageWithALongAddressIsServedAndNotKept() {
        String page = "/?long=" + UUID.randomUUID() + "x".repeat(3_000);
        for (int request = 0; request < 2; request++) {
            assertThat(atNginx(page)).contains("HTTP/1.1 200").doesNotContain("X-Cache");
        }
    }

    /**
     * Returns headers and body of the response of the first server's Nginx, independently of the state that the
     * gateways see for this server.
     */
    private String atNginx(String path, String... headers) {
        List<String> command = new ArrayList<>(
                List.of("curl", "-s", "-i", "http://localhost:8080" + path, "-H", "Via: 1.1 test"));
        for (String header : headers) {
            command.addAll(List.of("-H", header));
        }
        return suite.exec("nginx-1", command.toArray(String[]::new));
    }
}
