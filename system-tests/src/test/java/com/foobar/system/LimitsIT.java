package com.foobar.system;

import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.dockerjava.api.model.Container;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.foobar.compose.Commands;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the limits of docs/limits.md through all tiers: just below, at and just above each limit. */
@SystemTest
class LimitsIT {

    private static final int LINE = 8 * 1024;
    private static final int HEADER = 8 * 1024;
    private static final int HEADERS = 16 * 1024;
    private static final int BODY = 1024 * 1024;

    /** Each limit is checked with both HTTP versions, for a page and for the API. */
    static final List<Way> WAYS = Stream.of(Version.HTTP_1_1, Version.HTTP_2)
            .flatMap(version -> Stream.of(new Way(version, "/", "/stories"),
                    new Way(version, "/api/v1/stories", "/api/v1/sessions")))
            .toList();

    private final Suite suite;
    private final Client client;

    LimitsIT(Suite suite) {
        this.suite = suite;
        this.client = suite.client();
    }

    /**
     * A kind of request to the site.
     *
     * @param version the HTTP version
     * @param list an address that is read with GET
     * @param form an address that accepts a body without signing in
     */
    record Way(Version version, String list, String form) {

        boolean ofProgram() {
            return list.startsWith("/api/");
        }
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void requestLineHasAtMost8KiB(Way way) {
        assertThat(withLine(way, LINE - 1).statusCode()).isEqualTo(200);
        assertThat(withLine(way, LINE).statusCode()).isEqualTo(200);
        assertRefused(withLine(way, LINE + 1), 414, way.ofProgram());
    }

    private HttpResponse<String> withLine(Way way, int length) {
        String begin = way.list() + "?x=";
        int rest = length - "GET  HTTP/1.1".length() - begin.length();
        return get(way, begin + "x".repeat(rest));
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void oneHeaderHasAtMost8KiB(Way way) {
        assertThat(withHeader(way, HEADER - 1).statusCode()).isEqualTo(200);
        assertThat(withHeader(way, HEADER).statusCode()).isEqualTo(200);
        assertRefused(withHeader(way, HEADER + 1), 431, way.ofProgram());
    }

    private HttpResponse<String> withHeader(Way way, int length) {
        return get(way, way.list(), "Cookie", "a=" + "x".repeat(length - "Cookie: a=".length()));
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void allHeadersHaveAtMost16KiB(Way way) {
        assertThat(withHeaders(way, HEADERS - 1).statusCode()).isEqualTo(200);
        assertThat(withHeaders(way, HEADERS).statusCode()).isEqualTo(200);
        assertRefused(withHeaders(way, HEADERS + 1), 431, way.ofProgram());
    }

    private HttpResponse<String> withHeaders(Way way, int size) {
        String host = URI.create(suite.https(1)).getAuthority();
        int others = line("Host", host) + line("User-Agent", Client.AGENT) + line("Accept", accepted(way));
        int half = (size - others) / 2;
        return get(way, way.list(), "First", "x".repeat(half - line("First", "")), "Other",
                "x".repeat(size - others - half - line("Other", "")));
    }

    private static int line(String name, String value) {
        return name.length() + ": ".length() + value.length() + "\r\n".length();
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void bodyHasAtMost1MiB(Way way) {
        for (int length : new int[]{ BODY - 1, BODY }) {
            HttpResponse<String> taken = withBody(way, length);
            // The site itself names the missing fields, so it has read the whole body.
            assertThat(taken.statusCode()).as(taken.body()).isBetween(400, 422).isNotIn(408, 413, 414);
            assertThat(taken.body()).contains(way.ofProgram() ? "/problems/invalid" : "<form");
        }
        assertRefused(withBody(way, BODY + 1), 413, way.ofProgram());
    }

    private HttpResponse<String> withBody(Way way, int length) {
        String type = way.ofProgram() ? "application/json" : "application/x-www-form-urlencoded";
        String body = way.ofProgram() ? "{}" + " ".repeat(length - 2) : "x=" + "x".repeat(length - 2);
        return client.exchange(way.version(), suite.https(1) + way.form(), body, "Accept", accepted(way),
                "Content-Type", type);
    }

    /**
     * Browsers send these characters unescaped, and programs may send them. No tier may refuse them because it reads
     * them differently.
     */
    @ParameterizedTest
    @ValueSource(strings = { "utm[a]=b", "a|b", "<>\"^`{}\\", "ä", "100%", "%5B%5D%7C", "a=%00", "a=b&a", "&&" })
    void noCharacterOfAQueryIsTooMuchForATierBehindTheGateway(String query) {
        for (String version : List.of("--http1.1", "--http2")) {
            assertThat(atGateway(version, "/?" + query)).as(version).containsPattern("HTTP/[0-9.]+ 200");
            assertThat(atGateway(version, "/api/v1/stories?" + query)).as(version).containsPattern("HTTP/[0-9.]+ 200");
        }
    }

    /** Lengths between the sizes at which the single tiers once refused an address. */
    @Test
    void noAddressIsTooLongForATierBehindTheGateway() {
        for (int length : new int[]{ 900, 1_000, 1_100, 2_000, 3_400, 4_000, 6_000, 8_000 }) {
            String query = "?x=" + "x".repeat(length);
            assertThat(client.get(suite.https(1) + "/" + query).statusCode()).as("%d", length).isEqualTo(200);
            HttpResponse<String> signIn = client.get(suite.https(1) + "/drafts" + query);
            assertThat(signIn.statusCode()).as("%d", length).isEqualTo(303);
            assertThat(signIn.headers().firstValue("Location").orElseThrow()).hasSizeLessThan(1_100);
        }
        // The gateway escapes each of these characters, which makes it three times as long.
        assertThat(atGateway("--http1.1", "/?x=" + "|".repeat(8_000))).contains("HTTP/1.1 200");
    }

    @Test
    void manySmallHeadersCookiesAndParametersAreNotTooManyForATierBehindTheGateway() {
        String cookies = String.join(";",
                IntStream.range(0, 1_500).mapToObj(cookie -> "c" + cookie % 10 + "=").toList());
        assertThat(atGateway("--http1.1", "/", "-H", "Cookie: " + cookies)).contains("HTTP/1.1 200");
        String[] headers = IntStream.range(0, 800).boxed().flatMap(header -> Stream.of("-H", "X-" + header + ": 1"))
                .toArray(String[]::new);
        assertThat(atGateway("--http1.1", "/", headers)).contains("HTTP/1.1 200");
        assertThat(atGateway("--http1.1", "/?" + "a&".repeat(4_000))).contains("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/a%2Fb", "/a%5Cb", "/%00", "/a;b=c", "/%2e%2e/%2e%2e/x" })
    void pathThatATierCannotReadIsRefusedInTheSitesForm(String path) {
        HttpResponse<String> page = client.get(suite.https(1) + path);
        assertThat(page.statusCode()).isIn(400, 404);
        assertIsOfTheSite(page, page.statusCode(), false);
        HttpResponse<String> problem = client.get(suite.https(1) + "/api/v1" + path);
        assertThat(problem.statusCode()).isIn(400, 404);
        assertIsOfTheSite(problem, problem.statusCode(), true);
    }

    /**
     * No client can send these requests through a gateway. Also behind the gateway, a response must not show which
     * software Nginx is.
     */
    @ParameterizedTest
    @CsvSource({ "TRACE, /, 405", "TRACE, /api/v1/stories, 405", "GET, /errors/400.html, 404", "GET, /%00, 400" })
    void whatNginxAnswersByItselfHasTheSitesForm(String method, String path, int status) {
        String answer = suite.exec("nginx-1", "curl", "-s", "-i", "--path-as-is", "-X", method,
                "http://localhost:8080" + path);
        assertThat(answer).contains("HTTP/1.1 " + status, "Content-Security-Policy: default-src 'none'",
                "X-Served-By: nginx-1",
                path.startsWith("/api/") ? "application/problem+json" : "<a class=\"brand\" href=\"/\">foobar.com</a>")
                .doesNotContain("<center>");
    }

    @Test
    void everyFileSystemInMemoryHasASize() {
        for (Container container : suite.containers()) {
            String mounts = Commands.run("docker", "inspect", "--format", "{{json .HostConfig.Tmpfs}}",
                    container.getId()).strip();
            if (!"null".equals(mounts)) {
                assertThat(mounts.split("\",\"")).as(Suite.service(container))
                        .allMatch(mount -> mount.contains("size="));
            }
        }
    }

    private HttpResponse<String> get(Way way, String target, String... headers) {
        String[] all = Stream.concat(Stream.of("Accept", accepted(way)), Arrays.stream(headers))
                .toArray(String[]::new);
        return client.exchange(way.version(), suite.https(1) + target, null, all);
    }

    private static String accepted(Way way) {
        return way.ofProgram() ? "application/json" : "text/html";
    }

    private static void assertRefused(HttpResponse<String> answer, int status, boolean ofProgram) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertIsOfTheSite(answer, status, ofProgram);
    }

    private static void assertIsOfTheSite(HttpResponse<String> answer, int status, boolean ofProgram) {
        Map<String, List<String>> headers = answer.headers().map();
        assertThat(answer.headers().firstValue("Content-Type").orElse("none")).as("%s %s", headers, answer.body())
                .startsWith(ofProgram ? "application/problem+json" : "text/html");
        assertThat(headers).containsKey("content-security-policy");
        assertThat(answer.body()).contains(ofProgram ? "\"status\":" + status : "<h1>").doesNotContain("<center>",
                "HTTP Status ");
    }

    /** Returns headers and body of the first gateway's response to a request that Java's client would not send. */
    private String atGateway(String version, String target, String... options) {
        List<String> command = Stream.concat(
                Stream.of("curl", "-s", "-i", "-g", "-k", version, "--path-as-is", "--connect-to",
                        "foobar.com::gateway-1:", "https://foobar.com" + target),
                Arrays.stream(options)).toList();
        return suite.exec("nginx-1", command.toArray(String[]::new));
    }
}
