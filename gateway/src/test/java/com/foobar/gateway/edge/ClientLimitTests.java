package com.foobar.gateway.edge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;
import com.foobar.gateway.admission.ClientUses;

import static org.assertj.core.api.Assertions.assertThat;

/** What one client may use at the same time, so that other clients still get responses. */
class ClientLimitTests {

    private static final String UPLOAD = "POST /up HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx";
    private static final String WAITING = "GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final Backend backend = new Backend("one");
    private static final RunningGateway gateway = RunningGateway.before(List.of(backend),
            "foobar.gateway.client.max-connections=12", "foobar.gateway.client.max-in-flight=6",
            "foobar.gateway.client.max-uploads=4", "foobar.gateway.client.body-grace=2s",
            "foobar.gateway.client.body-min-rate=1KB", "foobar.gateway.client.send-timeout=1s",
            "foobar.gateway.upstream.max-connections=10", "foobar.gateway.upstream.upload-share=50",
            "foobar.gateway.health.timeout=10s");

    private final List<RawClient> clients = new ArrayList<>();
    private Sinks.One<String> answer = Sinks.one();

    @BeforeEach
    void reset() {
        backend.reset();
        answer = Sinks.one();
        backend.behave((request, response) -> request.uri().equals("/wait") ? response.sendString(answer.asMono())
                : response.sendString(request.receive().asByteArray().then(Mono.just("done"))));
    }

    @AfterEach
    void disconnect() throws IOException {
        answer.tryEmitValue("late");
        for (RawClient client : clients) {
            client.close();
        }
        Awaitility.await().until(() -> gateway.bean(ClientUses.class).size(), left -> left == 0);
        gateway.awaitIdle();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void oneClientHasOnlySoManyRequestsInFlight() throws IOException {
        for (int i = 1; i <= 6; i++) {
            from(1).send(WAITING);
        }
        awaitReceived(6);
        RawClient refused = from(1);
        refused.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(refused.readHead()).startsWith("HTTP/1.1 429 ").containsIgnoringCase("\r\nretry-after: 1\r\n");
        assertThat(ask(from(2), "GET / HTTP/1.1")).startsWith("HTTP/1.1 200 ");
        answer.tryEmitValue("now");
        for (RawClient client : clients.subList(0, 6)) {
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
        }
        Awaitility.await().until(() -> ask(from(1), "GET / HTTP/1.1").startsWith("HTTP/1.1 200 "));
    }

    @Test
    void openWebSocketIsARequestInFlight() throws IOException {
        backend.behave((request, response) -> request.uri().equals("/chat")
                ? response.sendWebsocket((in, out) -> in.receive().then())
                : response.send());
        for (int i = 1; i <= 6; i++) {
            RawClient client = from(1);
            client.send(RawClient.HANDSHAKE);
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        }
        assertThat(ask(from(1), "GET / HTTP/1.1")).startsWith("HTTP/1.1 429 ");
        assertThat(ask(from(2), "GET / HTTP/1.1")).startsWith("HTTP/1.1 200 ");
        clients.getFirst().close();
        Awaitility.await().until(() -> ask(from(1), "GET / HTTP/1.1").startsWith("HTTP/1.1 200 "));
    }

    @Test
    void oneClientHasOnlySoManyUploads() throws IOException {
        for (int i = 1; i <= 4; i++) {
            from(1).send(UPLOAD);
        }
        awaitReceived(4);
        RawClient refused = from(1);
        refused.send(UPLOAD.replace("/up", "/api/v1/up"));
        assertThat(refused.readToEnd()).startsWith("HTTP/1.1 429 ").containsIgnoringCase("\r\nretry-after: 1\r\n")
                .contains("\"status\":429");
        assertThat(ask(from(1), "GET / HTTP/1.1")).startsWith("HTTP/1.1 200 ");
        assertThat(ask(from(2), "POST / HTTP/1.1")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void uploadsOfManyLeaveConnectionsToTheServerForWhatHasNoBody() throws IOException {
        long errors = errors();
        for (int i = 0; i < 5; i++) {
            from(1 + i).send(UPLOAD);
        }
        awaitReceived(5);
        RawClient refused = from(9);
        refused.send(UPLOAD);
        assertThat(refused.readHead()).startsWith("HTTP/1.1 503 ").containsIgnoringCase("\r\nretry-after: 5\r\n");
        assertThat(ask(from(10), "GET / HTTP/1.1")).startsWith("HTTP/1.1 200 ");
        assertThat(errors()).isEqualTo(errors);
    }

    @Test
    void uploadIsCountedOnlyWhileItsBodyComes() throws IOException {
        RawClient client = from(1);
        for (int i = 0; i < 20; i++) {
            client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            client.read("done".length());
        }
    }

    @Test
    void oneClientHasOnlySoManyConnections() throws IOException {
        for (int i = 1; i <= 12; i++) {
            assertThat(ask(from(1), "GET / HTTP/1.1")).startsWith("HTTP/1.1 200 ");
        }
        assertThat(from(1).readToEnd()).isEmpty();
        assertThat(ask(from(2), "GET / HTTP/1.1")).startsWith("HTTP/1.1 200 ");
        clients.getFirst().close();
        Awaitility.await().ignoreExceptions()
                .until(() -> ask(from(1), "GET / HTTP/1.1").startsWith("HTTP/1.1 200 "));
    }

    @Test
    void bodyThatDripsEndsWithAPageAndBlamesNobody() throws IOException {
        long errors = errors();
        RawClient client = from(1);
        client.send(UPLOAD);
        Thread drops = Thread.startVirtualThread(() -> drip(client));
        assertThat(client.readToEnd()).startsWith("HTTP/1.1 408 ").contains("<h1>408 Request Timeout</h1>");
        drops.interrupt();
        assertThat(errors()).isEqualTo(errors);
    }

    private static void drip(RawClient client) {
        try {
            while (!Thread.interrupted()) {
                client.send("x");
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            // The gateway has closed the connection, or the test is over.
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void clientThatTakesNothingOfItsAnswerIsSentAway() throws Exception {
        backend.behave((request, response) -> response
                .sendString(Flux.range(0, 20_000).map(part -> "x".repeat(1_000))));
        RawClient client = from(1);
        client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Awaitility.await().until(() -> backend.received() == 1);
        Awaitility.await().until(() -> gateway.bean(ClientUses.class).size(), left -> left == 0);
    }

    private static void awaitReceived(int requests) {
        Awaitility.await().until(backend::received, received -> received == requests);
    }

    private RawClient from(int host) {
        RawClient client = new RawClient(gateway.port(), "127.0.0." + host);
        clients.add(client);
        return client;
    }

    private static String ask(RawClient client, String line) throws IOException {
        client.send(line + "\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
        return client.readHead();
    }

    private static long errors() {
        return gateway.pool().servers().getFirst().traffic().errors();
    }
}
