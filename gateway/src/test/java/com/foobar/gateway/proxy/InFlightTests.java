package com.foobar.gateway.proxy;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

class InFlightTests {

    /** How many requests succeed, fail, time out or are cancelled. The nightly run sends more of them. */
    private static final int REQUESTS = Integer.getInteger("mixed.requests", 3_000);

    private static final Backend backend = new Backend("one").behave((request, response) -> switch (request.uri()) {
        case "/fail" -> Backend.closing().apply(request, response);
        case "/never", "/cancel" -> Mono.never();
        default -> response.sendString(Mono.just("ok"));
    });
    private static final RunningGateway gateway = RunningGateway.before(List.of(backend),
            "foobar.gateway.upstream.response-timeout=1s", "foobar.gateway.ejection.max-share=0",
            "foobar.gateway.health.timeout=10s", "foobar.gateway.upstream.max-connections=1000");

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void countsReturnToZeroAfterCancelsTimeoutsAndFailures() {
        ConnectionProvider connections = ConnectionProvider.builder("clients").maxConnections(300)
                .pendingAcquireMaxCount(-1).build();
        HttpClient client = HttpClient.create(connections).disableRetry(true);
        List<Integer> statuses = Flux.range(0, REQUESTS).flatMap(number -> send(client, number), 300).collectList()
                .block(Duration.ofMinutes(3));
        assertThat(statuses).hasSize(REQUESTS);
        gateway.awaitIdle();
        // A tenth of the requests never gets a response; on a slow machine, others may time out too.
        assertThat(statuses).filteredOn(status -> status == 504).hasSizeGreaterThanOrEqualTo(REQUESTS / 10);
        assertThat(statuses).contains(-1, 200, 502);
        connections.dispose();
    }

    private static Mono<Integer> send(HttpClient client, int number) {
        return switch (number % 10) {
            case 0 -> status(client, "/cancel").timeout(Duration.ofMillis(100), Mono.just(-1));
            case 1 -> status(client, "/never");
            case 2 -> status(client, "/fail");
            default -> status(client, "/ok");
        };
    }

    private static Mono<Integer> status(HttpClient client, String path) {
        return client.get().uri("http://localhost:" + gateway.port() + path)
                .responseSingle((response, body) -> body.thenReturn(response.status().code()));
    }
}
