package com.foobar.gateway.edge;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

class GreedyClientTests {

    private final Backend backend = new Backend("one")
            .behave((request, response) -> response.sendString(Mono.just("ok")));
    private final RunningGateway gateway = RunningGateway.before(List.of(backend),
            "foobar.gateway.rate-limit.requests-per-second=1", "foobar.gateway.rate-limit.burst=3");

    @AfterEach
    void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void tooManyRequestsOfOneClientGet429WithRetryAfterAndReachNoServer() throws Exception {
        for (int request = 0; request < 3; request++) {
            assertThat(gateway.get("/").statusCode()).isEqualTo(200);
        }
        int received = backend.received();
        HttpResponse<String> refused = gateway.get("/");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d*");
        assertThat(backend.received()).isEqualTo(received);
    }
}
