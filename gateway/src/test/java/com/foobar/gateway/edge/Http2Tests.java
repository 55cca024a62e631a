package com.foobar.gateway.edge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.AsciiString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

/** HTTP/2 has the same limits as HTTP/1, and a client cannot use it to change the HTTP/1 request that a server gets. */
class Http2Tests {

    private static final Backend backend = new Backend("one");

    @TempDir
    private static Path folder;

    private static RunningGateway gateway;

    private RawHttp2Client client;

    @BeforeAll
    static void start() throws Exception {
        TestCertificate.write(folder, "test");
        gateway = RunningGateway.overTls(folder, List.of(backend),
                "foobar.gateway.edge.max-body=1MB", "foobar.gateway.health.timeout=10s",
                "foobar.gateway.upstream.response-timeout=1s", "foobar.gateway.client.body-grace=2s",
                "foobar.gateway.client.body-min-rate=1KB", "foobar.gateway.client.send-timeout=1s",
                "foobar.gateway.ejection.max-share=0");
    }

    @BeforeEach
    void connect() throws Exception {
        backend.reset();
        backend.behave((request, response) -> request.receive().asString().collect(Collectors.joining())
                .flatMap(body -> response.sendString(Mono.just(seen(request.uri(), request.requestHeaders(), body)))
                        .then()));
        client = new RawHttp2Client(gateway.port());
    }

    private static String seen(String uri, Iterable<Map.Entry<String, String>> headers, String body) {
        StringBuilder seen = new StringBuilder(uri).append('\n');
        headers.forEach(header -> seen.append(header.getKey().toLowerCase(Locale.ROOT)).append(": ")
                .append(header.getValue()).append('\n'));
        return seen.append(body).toString();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            x-evil,            "a~X-Injected: b"
            x-evil,            "a@b"
            x evil,            a
            x-a:b,             c
            "x-a~X-Injected",  c
            X-Upper,           a
            transfer-encoding, chunked
            content-length,    abc
            host,              example.com
            te,                gzip
            upgrade,           websocket
            """)
    void requestThatCouldBeReadInTwoWaysReachesNoServer(String name, String value) throws Exception {
        Http2Headers headers = RawHttp2Client.headers("POST", "/").add(raw(name), raw(value));
        assertThat(client.ask(headers, "01234", "56789")).startsWith("reset ");
        assertThat(backend.received()).isZero();
    }

    @Test
    void bodyIsNoLongerThanItsHeaderSays() throws Exception {
        Http2Headers headers = RawHttp2Client.headers("POST", "/").add("content-length", "3");
        assertThat(client.ask(headers, "abc", "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("reset ");
        assertThat(client.ask(RawHttp2Client.headers("GET", "/next"))).startsWith("200\n/next\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/ HTTP/1.1~X-Injected: b~~GET /smuggled", "/a b", "/a#b", "*", "http://example.com/",
            "/a@b" })
    void pathThatIsNoneReachesNoServer(String path) throws Exception {
        assertThat(client.ask(RawHttp2Client.headers("GET", raw(path)))).doesNotStartWith("200");
        assertThat(backend.received()).isZero();
    }

    /** Replaces ~ by a line end (CRLF), and @ by NUL. */
    private static String raw(String notation) {
        return notation.replace("~", "\r\n").replace('@', '\0');
    }

    @Test
    void pathThatBrowsersSendUnescapedArrivesEscaped() throws Exception {
        assertThat(client.ask(RawHttp2Client.headers("GET", "/a|b?c={d}"))).startsWith("200\n/a%7Cb?c=%7Bd%7D\n");
    }

    @Test
    void bodyArrivesWhole() throws Exception {
        assertThat(client.ask(RawHttp2Client.headers("POST", "/"), "one", "two")).startsWith("200\n")
                .endsWith("\nonetwo");
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 0, 1 })
    void headerHasTheLimitOfHttp1(int more) throws Exception {
        String answer = client.ask(RawHttp2Client.headers("GET", "/").add("x-long",
                "a".repeat(8192 - "x-long: ".length() + more)));
        assertThat(answer).startsWith(more <= 0 ? "200\n/\n" : "431\n<!doctype html>");
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 0, 1 })
    void headersHaveTheLimitOfHttp1(int more) throws Exception {
        int rest = 16384 - "host: localhost12x-a: 12x-b: 12x-c: 12".length() - 16_000 + more;
        String answer = client.ask(RawHttp2Client.headers("GET", "/api/v1/").add("x-a", "a".repeat(8000))
                .add("x-b", "b".repeat(8000)).add("x-c", "c".repeat(rest)));
        assertThat(answer).startsWith(more <= 0 ? "200\n/api/v1/\n" : "431\n{");
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 0, 1 })
    void requestLineHasTheLimitOfHttp1(int more) throws Exception {
        String answer = client.ask(RawHttp2Client.headers("GET",
                "/" + "|".repeat(8192 - "GET / HTTP/1.1".length() + more)));
        assertThat(answer).startsWith(more <= 0 ? "200\n/%7C" : "414\n<!doctype html>");
    }

    @Test
    void headersOfNettyDoNotLeaveTheGateway() throws Exception {
        Http2Headers headers = RawHttp2Client.headers("GET", "/").add("x-http2-stream-weight", "3");
        assertThat(client.ask(headers)).startsWith("200\n/\n").doesNotContain("x-http2-");
    }

    @Test
    void bytesOfHeadersPassAsTheyAre() throws Exception {
        byte[] name = "iPhone Xʀ".getBytes(StandardCharsets.UTF_8);
        backend.behave((request, response) -> response.header("X-Seen", request.requestHeaders().get("user-agent"))
                .send());
        Http2Headers answered = client.headersOf(
                RawHttp2Client.headers("GET", "/").add("user-agent", new AsciiString(name)));
        assertThat(AsciiString.of(answered.get("x-seen")).toByteArray()).isEqualTo(name);
    }

    @Test
    void bodyThatDripsEndsWith408AndTheConnectionGoesOn() throws Exception {
        long before = errors();
        assertThat(client.drip(RawHttp2Client.headers("POST", "/"), 100)).startsWith("408\n");
        assertThat(errors()).isEqualTo(before);
        assertThat(client.ask(RawHttp2Client.headers("GET", "/next"))).startsWith("200\n/next\n");
    }

    @Test
    void answerThatItsClientDoesNotTakeIsResetAndTheConnectionGoesOn() throws Exception {
        try (RawHttp2Client slow = new RawHttp2Client(gateway.port(),
                Http2Settings.defaultSettings().initialWindowSize(0))) {
            assertThat(slow.ask(RawHttp2Client.headers("GET", "/"))).isEqualTo("200\nreset 8");
            assertThat(slow.ask(RawHttp2Client.headers("HEAD", "/"))).isEqualTo("200\n");
        }
    }

    @Test
    void bodyHasTheLimitOfHttp1() throws Exception {
        String[] parts = new String[200];
        Arrays.fill(parts, "x".repeat(10_000));
        assertThat(client.ask(RawHttp2Client.headers("POST", "/"), parts)).startsWith("413\n");
    }

    @Test
    void bodyThatStopsComingEndsWith408AndIsNoFailureOfTheServer() throws Exception {
        long before = errors();
        assertThat(client.askWithoutEnd(RawHttp2Client.headers("POST", "/"), "one")).startsWith("408\n");
        assertThat(errors()).isEqualTo(before);
    }

    private static long errors() {
        return gateway.pool().servers().getFirst().traffic().errors();
    }

    @Test
    void clientSeesThatAnAnswerBrokeOffAndGoesOnOnTheSameConnection() throws Exception {
        Backend.Behaviour usual = (request, response) -> response.sendString(Mono.just("next"));
        backend.behave(
                (request, response) -> response.sendString(Flux.range(0, 5_000).map(line -> "line " + line + "\n")
                        .concatWith(Mono.error(new IllegalStateException("broken on purpose")))));
        assertThat(client.ask(RawHttp2Client.headers("GET", "/"))).startsWith("200\nline 0\n").contains("reset ");
        backend.behave(usual);
        assertThat(client.ask(RawHttp2Client.headers("GET", "/"))).isEqualTo("200\nnext");
    }
}
