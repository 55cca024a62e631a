package com.foobar.gateway.tracing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.micrometer.tracing.Tracer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TracingTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CLIENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final Queue<String> arrived = new ConcurrentLinkedQueue<>();
    private final Backend backend = new Backend("one").behave((request, response) -> {
        arrived.add(request.requestHeaders().get("traceparent", "none"));
        return response.sendString(Mono.just("done"));
    });
    private final Collector collector = new Collector();

    @AfterEach
    void stop() {
        backend.close();
        collector.close();
    }

    @Test
    void withoutACollectorWhatTheClientSentIsPassedOnAndNothingElseIsMade() throws Exception {
        try (RunningGateway gateway = gateway("")) {
            Assertions.assertThatThrownBy(() -> gateway.bean(Tracer.class))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
            gateway.get("/");
            gateway.send(gateway.request("/").header("traceparent", CLIENT));
        }
        assertThat(arrived).containsExactly("none", CLIENT);
        assertThat(collector.received()).isEmpty();
    }

    @Test
    void aTraceBeginsHereAndTheServerIsToldOfIt() throws Exception {
        try (RunningGateway gateway = gateway(collector.endpoint())) {
            gateway.get("/");
        }
        String parent = arrived.remove();
        assertThat(parent).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]");
        String[] parts = parent.split("-", -1);
        await().untilAsserted(() -> assertThat(collector.received()).contains(bytes(parts[1]), bytes(parts[2]), "GET",
                "to server-1", "http.request.id"));
    }

    @Test
    void aClientsTraceGoesOn() throws Exception {
        try (RunningGateway gateway = gateway(collector.endpoint())) {
            gateway.send(gateway.request("/").header("traceparent", CLIENT));
        }
        assertThat(arrived.remove()).startsWith("00-" + TRACE + "-").isNotEqualTo(CLIENT);
        await().untilAsserted(() -> assertThat(collector.received()).contains(bytes(TRACE)));
    }

    @Test
    void eachServerThatARequestWasSentToHasASpan() throws Exception {
        try (Backend broken = new Backend("broken").behave(Backend.status(503));
                RunningGateway gateway = RunningGateway.before(List.of(broken, backend),
                        "management.opentelemetry.tracing.export.otlp.endpoint=" + collector.endpoint(),
                        "foobar.gateway.retry.budget=100")) {
            gateway.get("/");
            gateway.get("/");
        }
        await().untilAsserted(
                () -> assertThat(collector.received()).contains("to server-1", "status 503", "to server-2"));
    }

    private RunningGateway gateway(String endpoint) {
        return RunningGateway.before(List.of(backend),
                "management.opentelemetry.tracing.export.otlp.endpoint=" + endpoint);
    }

    private static String bytes(String hexadecimal) {
        return new String(HexFormat.of().parseHex(hexadecimal), StandardCharsets.ISO_8859_1);
    }
}
