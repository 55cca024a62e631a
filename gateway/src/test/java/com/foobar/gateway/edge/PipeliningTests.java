package com.foobar.gateway.edge;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

/** Pipelining: requests that a client sends before it has the responses to earlier requests are served in order. */
class PipeliningTests {

    private static final String FIRST = "GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String SECOND = "POST /2 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "3\r\nabc\r\n0\r\n\r\n";
    private static final String THIRD = "POST /3 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc";
    private static final String LAST = "GET /last HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static final Backend backend = new Backend("one");
    private static final RunningGateway gateway = RunningGateway.before(List.of(backend),
            "foobar.gateway.health.timeout=10s");

    @BeforeEach
    void reset() {
        backend.reset();
        backend.behave((request, response) -> response.sendString(
                request.receive().asByteArray().then(Mono.delay(Duration.ofMillis(50)))
                        .thenReturn("[" + request.uri() + "]")));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void allAreAnsweredThatCameBeforeOneThatClosesTheConnection() throws IOException {
        assertAnswered(talk(FIRST + SECOND + THIRD + LAST), "[/1][/2][/3][/last]");
    }

    @Test
    void nothingIsServedThatComesAfterOneThatClosesTheConnection() throws IOException {
        assertAnswered(talk(FIRST + LAST + SECOND + THIRD), "[/1][/last]");
        assertThat(backend.received()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 7, 50, 101 })
    void whereverTheyAreCutInPieces(int piece) throws IOException {
        String all = FIRST + SECOND + THIRD + LAST;
        String[] pieces = all.split("(?s)(?<=\\G.{" + piece + "})");
        assertAnswered(talk(pieces), "[/1][/2][/3][/last]");
    }

    @Test
    void onesBeforeAMalformedOneAreAnswered() throws IOException {
        String answers = talk(FIRST + SECOND + "nonsense\r\n\r\n");
        assertThat(bodies(answers)).startsWith("[/1][/2]");
        assertThat(answers).contains("HTTP/1.1 400 ");
    }

    @Test
    void manyAreAnsweredInTheirOrder() throws IOException {
        backend.behave((request, response) -> response.sendString(Mono.just("[" + request.uri() + "]")));
        StringBuilder all = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            all.append("GET /").append(i).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
            expected.append("[/").append(i).append(']');
        }
        assertAnswered(talk(all + LAST), expected + "[/last]");
    }

    @Test
    void onesThatComeWhileTheFirstIsInFlightAreAnswered() throws IOException {
        assertAnswered(talkWhileFirstIsInFlight(SECOND, THIRD, LAST), "[/1][/2][/3][/last]");
    }

    @Test
    void malformedOneThatComesWhileTheFirstIsInFlightIsAnsweredAfterIt() throws IOException {
        String responses = talkWhileFirstIsInFlight("nonsense\r\n\r\n");
        assertThat(responses).startsWith("HTTP/1.1 200 ");
        assertThat(responses.substring(responses.indexOf("[/1]"))).contains("HTTP/1.1 400 ");
    }

    private static String talkWhileFirstIsInFlight(String... later) throws IOException {
        Sinks.Empty<Void> released = Sinks.empty();
        backend.behave((request, response) -> response.sendString(
                request.receive().asByteArray().then(released.asMono())
                        .then(Mono.just("[" + request.uri() + "]"))));
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(FIRST);
            Awaitility.await().until(() -> backend.received() == 1);
            for (String request : later) {
                client.send(request);
                // Waiting for this refusal gives the gateway the time to read the request apart from the next one.
                try (RawClient other = new RawClient(gateway.port())) {
                    other.send("nonsense\r\n\r\n");
                    other.readToEnd();
                }
            }
            released.tryEmitEmpty();
            return client.readToEnd();
        }
    }

    private static String talk(String... pieces) throws IOException {
        try (RawClient client = new RawClient(gateway.port())) {
            for (String piece : pieces) {
                client.send(piece);
            }
            return client.readToEnd();
        }
    }

    private static void assertAnswered(String answers, String bodies) {
        assertThat(bodies(answers)).as(answers).isEqualTo(bodies);
    }

    private static String bodies(String answers) {
        return answers.replaceAll("(?s)[^\\[]*(\\[[^]]*])[^\\[]*", "$1");
    }
}
