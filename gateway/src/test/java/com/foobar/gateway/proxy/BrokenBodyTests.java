package com.foobar.gateway.proxy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whether the client or the server breaks off in the middle of a body: each buffer is released exactly once. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenBodyTests {

    private static final int TIMES = 20;

    private static final Backend one = new Backend("one");
    private static final Backend two = new Backend("two");
    private static final RunningGateway gateway = RunningGateway.before(List.of(one, two),
            "foobar.gateway.ejection.max-share=0", "foobar.gateway.health.slow-start=0s",
            "foobar.gateway.edge.max-body=1MB", "foobar.gateway.retry.budget=100");

    private final ResourceLeakDetector.Level usual = ResourceLeakDetector.getLevel();

    @BeforeEach
    void watch() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        one.reset();
        two.reset();
    }

    @AfterEach
    void check(TestInfo test, CapturedOutput output) {
        gateway.awaitIdle();
        // A leak on purpose: when it is reported, all leaks before it are reported too. Netty reports equal leaks only
        // once, so the text contains the name of the test.
        String witness = "left on purpose after " + test.getDisplayName();
        Awaitility.await().pollInterval(Duration.ofMillis(100)).until(() -> {
            ByteBufAllocator.DEFAULT.buffer().touch(witness);
            System.gc();
            return output.getAll().contains(witness);
        });
        ResourceLeakDetector.setLevel(usual);
        assertThat(output.getAll().lines())
                .filteredOn(line -> line.contains("LEAK: ") || line.contains("IllegalReferenceCountException"))
                .hasSize(1);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        one.close();
        two.close();
    }

    @Test
    void serverInASmallAnswerOfKnownLength() throws Exception {
        one.behave(broken("2000", 1000));
        for (int i = 0; i < TIMES; i++) {
            assertThat(gateway.get("/").body()).isEqualTo("two");
        }
        assertThat(one.received()).isPositive();
    }

    @Test
    void serverInASmallChunkedAnswer() throws Exception {
        one.behave((request, response) -> response.sendString(broken(1000)));
        for (int i = 0; i < TIMES; i++) {
            assertThat(gateway.get("/").body()).isEqualTo("two");
        }
        assertThat(one.received()).isPositive();
    }

    @Test
    void serverInALongAnswer() {
        one.behave(broken("200000", 100_000));
        two.behave(broken("200000", 100_000));
        for (int i = 0; i < TIMES; i++) {
            assertThatThrownBy(() -> gateway.get("/")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void clientInAnAnswerOfAnyLength() throws Exception {
        for (String length : List.of("2000", "200000")) {
            Backend.Behaviour halting = (request, response) -> response.header("Content-Length", length)
                    .send(ByteBufFlux.fromString(Flux.concat(Mono.just("x".repeat(1000)), Mono.never())), part -> true);
            one.behave(halting);
            two.behave(halting);
            for (int i = 0; i < TIMES; i++) {
                int before = one.received() + two.received();
                leave("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", before + 1);
            }
        }
    }

    @Test
    void clientInItsBody() throws Exception {
        for (String method : List.of("POST", "DELETE")) {
            for (int i = 0; i < TIMES; i++) {
                int before = one.received() + two.received();
                leave(method + " / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(100_000),
                        method.equals("POST") ? before + 1 : before);
            }
        }
    }

    /** Sends this, and closes the connection when the servers have received that many requests. */
    private static void leave(String text, int received) throws IOException {
        try (Socket socket = new Socket("localhost", gateway.port())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            Awaitility.await().until(() -> one.received() + two.received() == received);
        }
    }

    private static Backend.Behaviour broken(String length, int after) {
        return (request, response) -> response.header("Content-Length", length).sendString(broken(after));
    }

    /** Emits so many letters in two parts, and then an error, which comes when the letters are on their way. */
    private static Flux<String> broken(int after) {
        return Flux.concat(Mono.just("x".repeat(after / 2)), Mono.just("x".repeat(after / 2)),
                Mono.error(new IllegalStateException("broken on purpose")));
    }
}
