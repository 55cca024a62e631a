package com.foobar.gateway.proxy;

import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;
import com.foobar.gatewayview.ServerState;

import static org.assertj.core.api.Assertions.assertThat;

/** Which failed requests count against their server. */
class EjectionTests {

    private final Backend one = new Backend("one");
    private final Backend two = new Backend("two");
    private final RunningGateway gateway = RunningGateway.before(List.of(one, two),
            "foobar.gateway.ejection.min-requests=6", "foobar.gateway.ejection.base-time=1h",
            "foobar.gateway.ejection.max-time=1h", "foobar.gateway.health.timeout=10s");

    @AfterEach
    void stop() {
        gateway.close();
        one.close();
        two.close();
    }

    @Test
    void serverThatBreaksOffEveryLongAnswerIsEjected() throws Exception {
        one.behave((request, response) -> response.header("Content-Length", "100000").sendString(
                Flux.concat(Mono.just("x".repeat(50_000)),
                        Mono.error(new IllegalStateException("broken on purpose")))));
        for (int request = 0; request < 6; request++) {
            gateway.client().sendAsync(gateway.request("/").build(), BodyHandlers.discarding())
                    .handle((answer, failure) -> answer).get(20, TimeUnit.SECONDS);
        }
        gateway.await(1, ServerState.EJECTED);
    }

    @Test
    void clientsThatGoAwayCountAgainstNobody() throws Exception {
        Backend.Behaviour endless = (request, response) -> response
                .sendString(Flux.range(0, Integer.MAX_VALUE).map(line -> "line " + line + "\n"));
        one.behave(endless);
        two.behave(endless);
        for (int request = 0; request < 10; request++) {
            try (RawClient client = new RawClient(gateway.port())) {
                client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
                client.readHead();
            }
        }
        gateway.awaitIdle();
        assertThat(gateway.pool().servers()).allMatch(server -> server.traffic().errors() == 0);
    }
}
