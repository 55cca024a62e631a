package com.foobar.gateway.proxy;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;
import com.foobar.gatewayview.ServerState;

import static org.assertj.core.api.Assertions.assertThat;

class FullServerTests {

    private static final Backend backend = new Backend("one");
    private static final RunningGateway gateway = RunningGateway.before(List.of(backend),
            "foobar.gateway.upstream.max-connections=1", "foobar.gateway.upstream.max-pending=1",
            "foobar.gateway.ejection.connect-failures=1", "foobar.gateway.ejection.max-share=100",
            "foobar.gateway.health.timeout=10s");

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void requestBeyondItsLimitsIsRefusedAndTheServerStaysInService() throws Exception {
        CompletableFuture<String> slow = new CompletableFuture<>();
        backend.behave((request, response) -> response.sendString(Mono.fromFuture(slow)));
        CompletableFuture<HttpResponse<String>> first = ask();
        Awaitility.await().until(() -> backend.received() == 1);
        CompletableFuture<HttpResponse<String>> second = ask();
        Awaitility.await().until(() -> gateway.pool().servers().getFirst().inFlight() == 2);

        HttpResponse<String> third = ask().get(20, TimeUnit.SECONDS);
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(gateway.pool().servers().getFirst().status().state()).isEqualTo(ServerState.UP);

        slow.complete("done");
        assertThat(first.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
        assertThat(second.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
    }

    private static CompletableFuture<HttpResponse<String>> ask() {
        return gateway.client().sendAsync(gateway.request("/").build(), BodyHandlers.ofString());
    }
}
