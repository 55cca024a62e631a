package com.foobar.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

/** HTTP/2 on the outside has the same limits as HTTP/1, and cannot be used to say something else on the inside. */
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
                "foobar.gateway.upstream.response-timeout=1s",
                "foobar.gateway.ejection.failures=0");
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

    /** ~ is a line's end, and @ NUL. */
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

    @Test
    void headersHaveTheLimitOfHttp1() throws Exception {
        assertThat(client.ask(headersOf(7_000, 7_000))).startsWith("200\n");
        assertThat(client.ask(headersOf(9_000, 9_000))).startsWith("431");
    }

    private static Http2Headers headersOf(int... sizes) {
        Http2Headers headers = RawHttp2Client.headers("GET", "/");
        for (int size : sizes) {
            headers.add("x-long", "a".repeat(size));
        }
        return headers;
    }

    @Test
    void pathHasTheLimitOfHttp1() throws Exception {
        assertThat(client.ask(RawHttp2Client.headers("GET", "/" + "a".repeat(8_000)))).startsWith("200\n");
        assertThat(client.ask(RawHttp2Client.headers("GET", "/" + "a".repeat(8_500)))).startsWith("414\n");
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
