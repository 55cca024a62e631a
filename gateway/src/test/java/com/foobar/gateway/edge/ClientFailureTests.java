package com.foobar.gateway.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Headers;
import org.awaitility.Awaitility;
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
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;
import com.foobar.gatewayview.ServerState;

import static org.assertj.core.api.Assertions.assertThat;

/** A request that the client itself fails counts against no server and no objective, and is not retried. */
class ClientFailureTests {

    private static final int TIMES = 6;
    private static final String POST = "POST / HTTP/1.1\r\nHost: localhost\r\n";

    private static final Backend one = new Backend("one");
    private static final Backend two = new Backend("two");

    @TempDir
    private static Path folder;

    private static RunningGateway plain;
    private static RunningGateway secure;

    private RunningGateway gateway;
    private double failedBefore;
    private double unansweredBefore;
    private long errorsBefore;

    @BeforeAll
    static void start() throws Exception {
        TestCertificate.write(folder, "test");
        String[] settings = { "foobar.gateway.client.body-timeout=500ms", "foobar.gateway.client.send-timeout=1s",
                "foobar.gateway.upstream.response-timeout=5s", "foobar.gateway.health.timeout=10s" };
        plain = RunningGateway.before(List.of(one, two), settings);
        secure = RunningGateway.overTls(folder, List.of(one, two), settings);
    }

    @BeforeEach
    void reset() {
        one.reset();
        two.reset();
        use(plain);
    }

    private void use(RunningGateway used) {
        gateway = used;
        failedBefore = count(used, "client");
        unansweredBefore = count(used, "5xx");
        errorsBefore = errors();
    }

    @AfterEach
    void nobodyElseIsToBlame() {
        Awaitility.await().untilAsserted(() -> assertThat(count(gateway, "client")).isEqualTo(failedBefore + TIMES));
        gateway.awaitIdle();
        assertThat(count(gateway, "5xx")).isEqualTo(unansweredBefore);
        assertThat(errors()).isEqualTo(errorsBefore);
        assertThat(gateway.pool().servers()).allSatisfy(server -> {
            assertThat(server.status().state()).isEqualTo(ServerState.UP);
            assertThat(server.traffic().retries()).isZero();
            assertThat(server.traffic().ejections()).isZero();
        });
    }

    @AfterAll
    static void stop() {
        plain.close();
        secure.close();
        one.close();
        two.close();
    }

    private long errors() {
        return gateway.pool().servers().stream().mapToLong(server -> server.traffic().errors()).sum();
    }

    private static double count(RunningGateway gateway, String status) {
        return gateway.bean(MeterRegistry.class).get("foobar.gateway.requests").tag("server", "-")
                .tag("status", status).timer().count();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Content-Length: 1000,       abc
            Transfer-Encoding: chunked, '3#abc#'
            """)
    void goesWithinItsBody(String length, String begin) throws Exception {
        for (int i = 1; i <= TIMES; i++) {
            RawClient client = new RawClient(gateway.port());
            client.send(POST + length + "\r\n\r\n" + begin.replace("#", "\r\n"));
            awaitReceived(i);
            if (i % 2 == 0) {
                client.reset();
            } else {
                client.close();
            }
        }
    }

    private static void awaitReceived(int requests) {
        Awaitility.await().until(() -> one.received() + two.received() == requests);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Content-Length: 1000,       abc
            Transfer-Encoding: chunked, '3#abc#'
            """)
    void stopsSendingWithinItsBodyAndReadsWhy(String length, String begin) throws Exception {
        for (int i = 1; i <= TIMES; i++) {
            try (RawClient client = new RawClient(gateway.port())) {
                client.send(POST + length + "\r\n\r\n" + begin.replace("#", "\r\n"));
                awaitReceived(i);
                client.endSending();
                assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ");
            }
        }
    }

    @Test
    void sendsAChunkThatIsNone() throws Exception {
        for (int i = 1; i <= TIMES; i++) {
            try (RawClient client = new RawClient(gateway.port())) {
                client.send(POST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
                awaitReceived(i);
                client.send("xyz\r\n");
                assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ");
            }
        }
    }

    @Test
    void sendsNoMoreOfItsBody() throws Exception {
        RawClient[] clients = new RawClient[TIMES];
        for (int i = 0; i < TIMES; i++) {
            clients[i] = new RawClient(gateway.port());
            clients[i].send(POST + "Content-Length: 1000\r\n\r\nabc");
        }
        for (RawClient client : clients) {
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 408 ");
            client.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Expect: 100-continue\r\nContent-Length: 1000\r\n" })
    void goesWhileTheServerWorks(String headers) throws Exception {
        one.behave(Backend.silence());
        two.behave(Backend.silence());
        for (int i = 1; i <= TIMES; i++) {
            try (RawClient client = new RawClient(gateway.port())) {
                client.send(POST + headers + "\r\n");
                awaitReceived(i);
            }
        }
    }

    @Test
    void takesNothingOfItsResponse() throws Exception {
        Backend.Behaviour endless = (request, response) -> response
                .sendString(Flux.range(0, Integer.MAX_VALUE).map(part -> "x".repeat(65_536)));
        one.behave(endless);
        two.behave(endless);
        RawClient[] clients = new RawClient[TIMES];
        for (int i = 0; i < TIMES; i++) {
            clients[i] = new RawClient(gateway.port());
            clients[i].send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        gateway.awaitIdle();
        for (RawClient client : clients) {
            client.close();
        }
    }

    @Test
    void goesWithinItsResponse() throws Exception {
        Backend.Behaviour halting = (request, response) -> response
                .send(Flux.concat(Mono.just(Unpooled.wrappedBuffer(new byte[100_000])), Mono.never()));
        one.behave(halting);
        two.behave(halting);
        for (int i = 0; i < TIMES; i++) {
            goAfterTheHead();
        }
    }

    private void goAfterTheHead() throws IOException {
        try (RawClient client = new RawClient(gateway.port())) {
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            client.readHead();
        }
    }

    @Test
    void resetsItsStreamWithinItsBody() throws Exception {
        use(secure);
        try (RawHttp2Client client = new RawHttp2Client(gateway.port())) {
            for (int i = 1; i <= TIMES; i++) {
                int requests = i;
                client.reset(RawHttp2Client.headers("POST", "/"), "abc",
                        () -> one.received() + two.received() == requests);
            }
        }
    }

    @Test
    void goesWithStreamsOpen() throws Exception {
        use(secure);
        for (int i = 1; i <= TIMES; i++) {
            int requests = i;
            try (RawHttp2Client client = new RawHttp2Client(gateway.port())) {
                client.leave(RawHttp2Client.headers("POST", "/"), "abc",
                        () -> one.received() + two.received() == requests);
            }
        }
    }

    @Test
    void sendsMoreThanItsLengthSays() throws Exception {
        use(secure);
        try (RawHttp2Client client = new RawHttp2Client(gateway.port())) {
            for (int i = 0; i < TIMES; i++) {
                Http2Headers headers = RawHttp2Client.headers("POST", "/").add("content-length", "3");
                assertThat(client.ask(headers, "abc", "def")).startsWith("reset ");
            }
        }
    }

    @Test
    void sendsLessThanItsLengthSays() throws Exception {
        use(secure);
        try (RawHttp2Client client = new RawHttp2Client(gateway.port())) {
            for (int i = 0; i < TIMES; i++) {
                Http2Headers headers = RawHttp2Client.headers("POST", "/").add("content-length", "300");
                assertThat(client.ask(headers, "abc", "def")).startsWith("reset ");
            }
        }
    }
}
