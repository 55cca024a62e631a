package com.foobar.gateway.proxy;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;
import com.foobar.gateway.server.Server;
import com.foobar.gatewayview.ServerState;

import static org.assertj.core.api.Assertions.assertThat;

/** Only a complete handshake opens a WebSocket, and only if the server accepts it. */
class WebSocketUpgradeTests {

    private static final String VERSION = "Sec-WebSocket-Version: 13\r\n";

    private static final Backend backend = new Backend("one");
    private static final RunningGateway gateway = RunningGateway.before(List.of(backend),
            "foobar.gateway.upstream.response-timeout=1s");

    @BeforeEach
    void reset() {
        backend.reset();
    }

    @AfterEach
    void nobodyIsToBlame() {
        gateway.awaitIdle();
        Server server = gateway.pool().servers().getFirst();
        assertThat(server.status().state()).isEqualTo(ServerState.UP);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @SuppressWarnings("UnnecessaryLambda") // A behaviour, as the backend's own.
    private static Backend.Behaviour seen() {
        return (request, response) -> response.sendString(request.receive().aggregate().asString().defaultIfEmpty("")
                .map(body -> request.method() + " " + request.requestHeaders().contains("Upgrade") + " "
                        + request.requestHeaders().get("Connection", "") + " " + body));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "GET / HTTP/1.1|Upgrade: websocket",
            "GET / HTTP/1.1|Upgrade: websocket|"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|Sec-WebSocket-Version: 13",
            "GET / HTTP/1.1|Connection: upgrade|Upgrade: websocket",
            "GET / HTTP/1.1|Connection: upgrade|Upgrade: websocket|Sec-WebSocket-Version: 13",
            "GET / HTTP/1.1|Connection: upgrade|Upgrade: websocket|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "GET / HTTP/1.1|Connection: upgrade|Upgrade: h2c, TLS/1.0|Sec-WebSocket-Key: a|Sec-WebSocket-Version: 13",
            "GET / HTTP/1.0|Connection: upgrade|Upgrade: websocket|"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|Sec-WebSocket-Version: 13" })
    void requestThatIsNoWholeHandshakeIsServedWithoutIt(String request) throws Exception {
        backend.behave(seen());
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(request.replace("|", "\r\n") + "\r\nHost: localhost\r\n\r\n");
            assertThat(client.readHead()).contains(" 200 OK\r\n").doesNotContainIgnoringCase("upgrade");
            assertThat(client.read(10)).isEqualTo("GET false ");
        }
    }

    @Test
    void postIsServedWhateverItSaysOfUpgrades() throws Exception {
        backend.behave(seen());
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(RawClient.HANDSHAKE.replace("GET", "POST").replace(VERSION, VERSION + "Content-Length: 5\r\n")
                    + "order");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            assertThat(client.read(17)).isEqualTo("POST false  order");
        }
    }

    @Test
    void handshakeThatTheServerRefusesGetsTheServersOwnResponse() throws Exception {
        backend.behave((request, response) -> response.status(403).header("X-Reason", "members")
                .header("Content-Length", "12").sendString(Mono.just("members only")));
        try (RawClient client = new RawClient(gateway.port())) {
            for (int i = 0; i < 2; i++) {
                client.send(RawClient.HANDSHAKE);
                assertThat(client.readHead()).startsWith("HTTP/1.1 403 ").contains("X-Reason: members\r\n");
                assertThat(client.read(12)).isEqualTo("members only");
            }
        }
    }

    @Test
    void serverThatWantsAnotherVersionSaysSo() throws Exception {
        backend.behave((request, response) -> response.status(426).header("Upgrade", "websocket")
                .header("Connection", "upgrade").header("Sec-WebSocket-Version", "13").send());
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(RawClient.HANDSHAKE.replace("Version: 13", "Version: 7"));
            assertThat(client.readHead()).startsWith("HTTP/1.1 426 ").containsIgnoringCase("upgrade: websocket\r\n")
                    .containsIgnoringCase("connection: upgrade\r\n").contains("Sec-WebSocket-Version: 13\r\n");
        }
    }

    @Test
    void connectionIsNotUsedAgainAfterARefusedHandshakeWithAPreconditionThatMayBreakIt() throws Exception {
        backend.behave((request, response) -> response.header("X-Connection",
                String.join(",", request.requestHeaders().getAll("Connection"))).status(412).send());
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(RawClient.HANDSHAKE.replace(VERSION, VERSION + "If-Match: \"x\"\r\n"));
            assertThat(client.readHead()).startsWith("HTTP/1.1 412 ").contains("X-Connection: close,upgrade\r\n");
        }
    }

    @Test
    void acceptedHandshakePassesBytesBothWaysForLongerThanAResponseMayTake() throws Exception {
        backend.behave(
                Backend.saying("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\nfirst bytes"));
        double before = switched();
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(RawClient.HANDSHAKE);
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ").contains("Sec-WebSocket-Accept: s3pP")
                    .containsIgnoringCase("upgrade: websocket\r\n").containsIgnoringCase("x-request-id: ")
                    .containsIgnoringCase("via: ");
            assertThat(client.readToEnd()).isEqualTo("first bytes");
        }
        assertThat(switched()).isEqualTo(before + 1);
    }

    private static double switched() {
        return gateway.bean(MeterRegistry.class).get("foobar.gateway.requests").tag("server", "server-1")
                .tag("status", "1xx").timer().count();
    }

    @Test
    void switchThatNobodyAskedForIsNoResponse() throws Exception {
        backend.behave(
                Backend.saying("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"));
        assertThat(gateway.get("/").statusCode()).isEqualTo(502);
    }

    @Test
    void clientThatResetsItsWebSocketCountsAgainstNobody() throws Exception {
        backend.behave(
                (request, response) -> response.sendWebsocket((in, out) -> out.sendString(in.receive().asString())));
        long errors = gateway.pool().servers().getFirst().traffic().errors();
        for (int i = 0; i < 6; i++) {
            RawClient client = new RawClient(gateway.port());
            client.send(RawClient.HANDSHAKE);
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
            client.reset();
        }
        gateway.awaitIdle();
        assertThat(gateway.pool().servers().getFirst().traffic().errors()).isEqualTo(errors);
    }
}
