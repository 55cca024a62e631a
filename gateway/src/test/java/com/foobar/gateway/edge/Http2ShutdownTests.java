package com.foobar.gateway.edge;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

class Http2ShutdownTests {

    private final Backend backend = new Backend("one")
            .behave((request, response) -> response.sendString(Mono.just(request.uri())));

    @TempDir
    private Path folder;

    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        TestCertificate.write(folder, "test");
        gateway = RunningGateway.overTls(folder, List.of(backend));
    }

    @AfterEach
    void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void requestThatWasSentBeforeItsClientWasToldToLeaveIsAnswered() throws Exception {
        try (RawHttp2Client client = new RawHttp2Client(gateway.port())) {
            assertThat(client.ask(RawHttp2Client.headers("GET", "/first"))).isEqualTo("200\n/first");
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::stop);
            Awaitility.await().until(() -> !client.lastTaken().isEmpty());

            assertThat(client.ask(RawHttp2Client.headers("GET", "/on-its-way"))).isEqualTo("200\n/on-its-way");

            Awaitility.await().until(client::isClosed);
            assertThat(client.lastTaken()).containsExactly(Integer.MAX_VALUE, client.lastSent());
            stopped.get(20, TimeUnit.SECONDS);
        }
    }
}
