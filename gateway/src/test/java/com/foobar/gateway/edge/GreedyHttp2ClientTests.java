package com.foobar.gateway.edge;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

import javax.net.ssl.SSLContext;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;
import com.foobar.gateway.admission.ClientUses;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With the default limits, an HTTP/2 connection that uses all that one client may use takes nothing from other clients.
 */
class GreedyHttp2ClientTests {

    private static final int STREAMS = 100;
    private static final int UPLOADS = 32;
    private static final int NEVER_ENDED = 60;
    private static final Backend backend = new Backend("one");

    @TempDir
    private static Path folder;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        TestCertificate.write(folder, "test");
        gateway = RunningGateway.overTls(folder, List.of(backend), "foobar.gateway.client.max-connections=512",
                "foobar.gateway.client.max-in-flight=128", "foobar.gateway.client.max-uploads=" + UPLOADS,
                "foobar.gateway.health.timeout=10s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void anotherClientIsServedWhileOneHoldsAllThatItCanGet() throws Exception {
        try (RawHttp2Client greedy = new RawHttp2Client(gateway.port());
                HttpClient other = from("127.0.0.2")) {
            List<Future<String>> held = new ArrayList<>();
            for (int stream = 0; stream < STREAMS; stream++) {
                held.add(greedy.hold(RawHttp2Client.headers("POST", "/api/v1/stories")));
            }
            Awaitility.await().until(() -> held.stream().filter(Future::isDone).count(),
                    refused -> refused == STREAMS - UPLOADS);
            for (Future<String> answer : held) {
                assertThat(!answer.isDone() || answer.get().startsWith("429\n{")).isTrue();
            }
            Awaitility.await().untilAsserted(() -> assertThat(backend.received()).isEqualTo(UPLOADS));
            for (int request = 0; request < 20; request++) {
                HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.port()));
                assertThat(other.send(asked.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
                assertThat(
                        other.send(asked.POST(BodyPublishers.ofString("all")).build(), BodyHandlers.ofString()).body())
                                .isEqualTo("all");
            }
        }
        Awaitility.await().until(() -> gateway.bean(ClientUses.class).size(), clients -> clients == 0);
        gateway.awaitIdle();
    }

    @Test
    void requestThatNeverEndsHoldsNothingOnceItsResponseIsOut() throws Exception {
        try (RawHttp2Client client = new RawHttp2Client(gateway.port())) {
            for (int request = 0; request < NEVER_ENDED; request++) {
                assertThat(client.askWithoutEnd(
                        RawHttp2Client.headers("POST", "/").add("content-length", "999999999"))).startsWith("413\n");
            }
            Awaitility.await().until(client::openStreams, open -> open == 0);
        }
        gateway.awaitIdle();
    }

    private static HttpClient from(String address) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).localAddress(InetAddress.getByName(address)).build();
    }
}
