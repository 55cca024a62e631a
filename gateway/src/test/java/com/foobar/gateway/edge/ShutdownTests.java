package com.foobar.gateway.edge;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

class ShutdownTests {

    private final Backend backend = new Backend("one").behave((request, response) -> request.uri().equals("/slow")
            ? response.sendString(Mono.delay(Duration.ofSeconds(3)).thenReturn("done"))
            : response.sendString(Mono.just("ok")));
    private final RunningGateway gateway = RunningGateway.before(List.of(backend), "foobar.gateway.shutdown.delay=3s");

    @AfterEach
    void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void whatIsInFlightFinishesAndConnectionsAreSentAway() throws Exception {
        assertThat(gateway.get("/").headers().firstValue("Connection")).isEmpty();
        CompletableFuture<HttpResponse<String>> slow = gateway.client().sendAsync(gateway.request("/slow").build(),
                BodyHandlers.ofString());
        Awaitility.await().until(() -> backend.received() == 2);
        int plainPort = gateway.bean(RedirectServer.class).port();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::stop);
        Awaitility.await().pollInterval(Duration.ofMillis(20))
                .until(() -> gateway.get("/").headers().firstValue("Connection").orElse("").equals("close"));
        try (RawClient client = new RawClient(plainPort)) {
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 308 ");
        }
        assertThat(slow.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
        stopped.get(20, TimeUnit.SECONDS);
    }
}
