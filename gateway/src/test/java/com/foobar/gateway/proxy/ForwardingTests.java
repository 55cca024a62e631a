package com.foobar.gateway.proxy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;
import com.foobar.gatewayview.ServerState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ForwardingTests {

    private static final Backend one = new Backend("one");
    private static final Backend two = new Backend("two");
    private static final RunningGateway gateway = RunningGateway.before(List.of(one, two),
            "foobar.gateway.upstream.response-timeout=2s", "foobar.gateway.ejection.max-share=0",
            "foobar.gateway.health.slow-start=0s", "foobar.gateway.edge.max-body=1MB",
            "foobar.gateway.retry.budget=100");

    @BeforeEach
    void reset() {
        one.reset();
        two.reset();
        gateway.await(1, ServerState.UP);
        gateway.await(2, ServerState.UP);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        one.close();
        two.close();
    }

    @Test
    void serversTakeTurns() throws Exception {
        Set<String> served = new TreeSet<>();
        for (int i = 0; i < 2; i++) {
            served.add(gateway.get("/").headers().firstValue("X-Served-By").orElseThrow());
        }
        assertThat(served).containsExactly("one", "two");
    }

    @Test
    void bodyOfAPostArrivesWhole() throws Exception {
        String body = "x".repeat(500_000);
        assertThat(gateway.post("/", body).body()).isEqualTo(body);
    }

    @Test
    void getGoesToTheOtherServerWhereOneResets() throws Exception {
        one.behave(Backend.closing());
        for (int i = 0; i < 100; i++) {
            HttpResponse<String> answer = gateway.get("/");
            assertThat(answer.body()).as(answer.statusCode() + " " + answer.headers().map()).isEqualTo("two");
        }
        assertThat(one.received()).isPositive();
    }

    @Test
    void getGoesToTheOtherServerWhereOneAnswersWithAnError() throws Exception {
        for (int status : new int[]{ 500, 502, 503, 504 }) {
            one.behave(Backend.status(status));
            assertThat(gateway.get("/").body()).isEqualTo("two");
            assertThat(gateway.get("/").body()).isEqualTo("two");
        }
    }

    @Test
    void lastErrorIsShownWhereAllServersGiveOne() throws Exception {
        one.behave(Backend.status(503));
        two.behave(Backend.status(503));
        assertThat(gateway.get("/").statusCode()).isEqualTo(503);
        assertThat(one.received() + two.received()).isEqualTo(2);
    }

    @Test
    void postThatMayHaveBeenReceivedIsNeverSentTwice() throws Exception {
        one.behave(Backend.closing());
        two.behave(Backend.closing());
        for (int i = 1; i <= 4; i++) {
            assertThat(gateway.post("/", "order").statusCode()).isEqualTo(502);
            assertThat(one.received() + two.received()).isEqualTo(i);
        }
    }

    @Test
    void postIsNotRepeatedAfterAnError() throws Exception {
        one.behave(Backend.status(503));
        two.behave(Backend.status(503));
        assertThat(gateway.post("/", "order").statusCode()).isEqualTo(503);
        assertThat(one.received() + two.received()).isEqualTo(1);
    }

    @Test
    void postGoesToTheOtherServerWhereOneTakesNoConnection() throws Exception {
        one.close();
        for (int i = 0; i < 4; i++) {
            assertThat(gateway.post("/", "order").body()).isEqualTo("order");
        }
    }

    @Test
    void silentServerGivesATimeout() throws Exception {
        one.behave(Backend.silence());
        two.behave(Backend.silence());
        assertThat(gateway.post("/", "order").statusCode()).isEqualTo(504);
        gateway.awaitIdle();
    }

    @Test
    void waitingGetMovesOnWhenItsServerGoesSilent() throws Exception {
        one.behave(Backend.silence()).ready(Backend.silence());
        for (int i = 0; i < 4; i++) {
            assertThat(gateway.get("/").body()).isEqualTo("two");
        }
        gateway.await(1, ServerState.DOWN);
    }

    @Test
    void pageSaysSoWhereNoServerIsUpAndTheFirstOneBackEndsIt() throws Exception {
        one.ready(Backend.status(503));
        two.ready(Backend.status(500));
        gateway.await(1, ServerState.DOWN);
        gateway.await(2, ServerState.DOWN);
        HttpResponse<String> answer = gateway.get("/");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains("No server can respond");
        two.ready((request, response) -> response.send());
        gateway.await(2, ServerState.UP);
        assertThat(gateway.get("/").body()).isEqualTo("two");
    }

    @Test
    void longAnswerWithoutALengthArrivesWhole() throws Exception {
        Backend.Behaviour behaviour = (request, response) -> response
                .sendString(Flux.range(0, 1000).map(line -> "line " + line + "\n"));
        one.behave(behaviour);
        two.behave(behaviour);
        assertThat(gateway.get("/").body()).startsWith("line 0\n").endsWith("line 999\n");
    }

    @Test
    void bodyThatTurnsOutTooLargeIsRefused() throws Exception {
        assertThat(postTooMuch()).isEqualTo(413);
    }

    @Test
    void clientThatReadsOnlyAfterAllOfItsTooLargeBodySeesTheRefusal() throws Exception {
        try (Socket socket = new Socket("localhost", gateway.port())) {
            socket.getOutputStream().write(head(10_000_000));
            socket.getOutputStream().write(new byte[10_000_000]);
            assertThat(firstLine(socket)).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void requestAfterABodyThatBrokeOffIsNotReadAsItsRest() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(postTooMuch()).isEqualTo(413);
            assertThat(gateway.get("/").statusCode()).isEqualTo(200);
            assertThat(gateway.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void requestAfterABodyThatNobodyWaitedForIsNotReadAsThatBody() throws Exception {
        one.behave(Backend.status(503));
        two.behave(Backend.status(503));
        for (int i = 0; i < 4; i++) {
            assertThat(postWithoutItsBody()).startsWith("HTTP/1.1 503 ");
        }
        one.reset();
        two.reset();
        for (int i = 0; i < 8; i++) {
            assertThat(gateway.get("/").statusCode()).isEqualTo(200);
        }
    }

    /** Sends only the head of a request, waits for the response to begin, and closes the connection. */
    private static String postWithoutItsBody() throws IOException {
        try (Socket socket = new Socket("localhost", gateway.port())) {
            socket.getOutputStream().write(head(5));
            return firstLine(socket);
        }
    }

    private static byte[] head(int length) {
        return ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    private static int postTooMuch() throws Exception {
        return gateway.send(gateway.request("/").POST(BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(new byte[3_000_000])))).statusCode();
    }

    @Test
    void smallChunkedAnswerThatBreaksOffIsAskedForElsewhere() throws Exception {
        one.behave(Backend.saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nbeg\r\n"));
        for (int i = 0; i < 4; i++) {
            assertThat(gateway.get("/").body()).isEqualTo("two");
        }
        assertThat(one.received()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
            "GET, If-Match, true", "HEAD, If-Unmodified-Since, true", "GET, If-None-Match, false",
            "PUT, If-Match, false" })
    void connectionIsNotUsedAgainAfterAPreconditionThatMayBreakIt(String method, String header, boolean closes)
            throws Exception {
        BlockingQueue<Boolean> closing = new LinkedBlockingQueue<>();
        Backend.Behaviour noted = (request, response) -> {
            closing.add(request.requestHeaders().get("Connection", "").equalsIgnoreCase("close"));
            return response.status(412).send();
        };
        one.behave(noted);
        two.behave(noted);
        assertThat(gateway.send(gateway.request("/").method(method, BodyPublishers.noBody())
                .header(header, "\"x\"")).statusCode()).isEqualTo(412);
        assertThat(closing.take()).isEqualTo(closes);
    }

    @Test
    void clientSeesThatAnAnswerBrokeOff() {
        Backend.Behaviour behaviour = (request, response) -> response.header("Content-Length", "100000")
                .sendString(Flux.concat(Mono.just("x".repeat(50_000)), Mono.error(new IllegalStateException())));
        one.behave(behaviour);
        two.behave(behaviour);
        assertThatThrownBy(() -> gateway.get("/"))
                .isInstanceOf(IOException.class);
        gateway.awaitIdle();
    }
}
