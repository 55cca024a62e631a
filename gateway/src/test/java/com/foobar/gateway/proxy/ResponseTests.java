package com.foobar.gateway.proxy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client gets over HTTP/1 for the various responses that a server may send. */
class ResponseTests {

    private static final int LINES = 5_000;

    private static final Backend backend = new Backend("one");
    private static final RunningGateway gateway = RunningGateway.before(List.of(backend),
            "foobar.gateway.ejection.max-share=0");

    private RawClient client;

    @BeforeEach
    void connect() {
        backend.reset();
        client = new RawClient(gateway.port());
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void answerToHeadHasTheLengthOfThePage() throws IOException {
        backend.behave((request, response) -> response.header("Content-Length", "12345").send());
        assertThat(ask("HEAD / HTTP/1.1")).startsWith("http/1.1 200 ").contains("\r\ncontent-length: 12345\r\n");
        assertConnectionIsKept();
    }

    @Test
    void answerToHeadClaimsNoLengthWhereTheServerGaveNone() throws IOException {
        backend.behave((request, response) -> response.sendString(Flux.just("one", "two")));
        assertThat(ask("HEAD / HTTP/1.1")).startsWith("http/1.1 200 ").doesNotContain("content-length");
        assertConnectionIsKept();
    }

    @ParameterizedTest
    @ValueSource(ints = { 204, 304 })
    void answerWithoutABodyKeepsTheConnection(int status) throws IOException {
        backend.behave((request, response) -> response.status(status).header("ETag", "\"1\"").send());
        assertThat(ask("GET / HTTP/1.1")).startsWith("http/1.1 " + status + " ").contains("etag: \"1\"")
                .doesNotContain("content-length", "transfer-encoding");
        assertConnectionIsKept();
    }

    @Test
    void longAnswerWithoutALengthIsChunkedAndKeepsTheConnection() throws IOException {
        backend.behave((request, response) -> response.sendString(lines()));
        assertThat(ask("GET / HTTP/1.1")).contains("transfer-encoding: chunked").doesNotContain("connection: close");
        assertThat(readChunks()).startsWith("line 0\n").endsWith("line " + (LINES - 1) + "\n");
        assertConnectionIsKept();
    }

    @Test
    void clientSeesThatAChunkedAnswerBrokeOff() throws IOException {
        backend.behave((request, response) -> response
                .sendString(lines().concatWith(Mono.error(new IllegalStateException("broken on purpose")))));
        assertThat(ask("GET / HTTP/1.1")).contains("transfer-encoding: chunked");
        assertThat(client.readToEnd()).contains("line 0\n").doesNotEndWith("0\r\n\r\n");
    }

    @Test
    void clientOfHttp10GetsNoChunks() throws IOException {
        backend.behave((request, response) -> response.sendString(lines()));
        assertThat(ask("GET / HTTP/1.0")).doesNotContain("transfer-encoding");
        assertThat(client.readToEnd()).startsWith("line 0\n").endsWith("line " + (LINES - 1) + "\n");
    }

    private static Flux<String> lines() {
        return Flux.range(0, LINES).map(line -> "line " + line + "\n");
    }

    private String ask(String requestLine) throws IOException {
        client.send(requestLine + "\r\nHost: localhost\r\n\r\n");
        return client.readHead().toLowerCase(Locale.ROOT);
    }

    private String readChunks() throws IOException {
        StringBuilder body = new StringBuilder();
        while (true) {
            StringBuilder line = new StringBuilder();
            while (line.indexOf("\r\n") < 0) {
                line.append(client.read(1));
            }
            int size = Integer.parseInt(line.toString().strip(), 16);
            body.append(client.read(size));
            assertThat(client.read(2)).isEqualTo("\r\n");
            if (size == 0) {
                return body.toString();
            }
        }
    }

    private void assertConnectionIsKept() throws IOException {
        backend.behave((request, response) -> response.sendString(Mono.just("next")));
        assertThat(ask("GET / HTTP/1.1")).startsWith("http/1.1 200 ");
        assertThat(client.read(4)).isEqualTo("next");
    }
}
