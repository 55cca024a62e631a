package com.foobar.gateway.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

class LargeBodyTests {

    private static final int PART = 64 * 1024;
    /** Far more than the kernel's buffers of the sockets on the way can hold. */
    private static final long BODY = 128L * 1024 * 1024;

    private static final Backend backend = new Backend("one");
    private static final RunningGateway gateway = RunningGateway.before(List.of(backend),
            "foobar.gateway.edge.max-body=256MB", "foobar.gateway.health.timeout=10s",
            "foobar.gateway.client.body-timeout=60s");

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void bodyThatTheServerDoesNotReadYetIsNotTakenFromTheClientEither() throws Exception {
        CompletableFuture<Void> mayRead = new CompletableFuture<>();
        AtomicLong received = new AtomicLong();
        backend.behave((request, response) -> Mono.fromFuture(mayRead)
                .thenMany(request.receive().doOnNext(part -> received.addAndGet(part.readableBytes())))
                .then(response.sendString(Mono.just("whole")).then()));
        AtomicLong sent = new AtomicLong();
        try (RawClient client = new RawClient(gateway.port())) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> send(client, sent));

            // 1. The client can send no more, although most of the body is left.
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> backend.received() == 1);
            long[] before = { -1 };
            Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofSeconds(1))
                    .until(() -> before[0] == (before[0] = sent.get()));
            assertThat(sent.get()).isLessThan(BODY / 2);

            // 2. Once the server reads, all of it arrives.
            mayRead.complete(null);
            assertThat(answer.get(2, TimeUnit.MINUTES)).startsWith("HTTP/1.1 200 ");
            assertThat(received.get()).isEqualTo(BODY);
        }
    }

    private static String send(RawClient client, AtomicLong sent) {
        byte[] part = "x".repeat(PART).getBytes(StandardCharsets.US_ASCII);
        try {
            client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + BODY + "\r\n\r\n");
            while (sent.get() < BODY) {
                client.send(part);
                sent.addAndGet(PART);
            }
            return client.readHead();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
