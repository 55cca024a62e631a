package com.foobar.gateway.edge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.EventLoopGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reactor.netty.http.HttpResources;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@EnabledOnOs(OS.LINUX)
class SharedAddressTests {

    private final Backend backend = new Backend("one");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private AddressOwner owner;

    private RunningGateway gateway;

    @BeforeEach
    void start() {
        owner = new AddressOwner(folder.resolve("socket"));
        gateway = RunningGateway.before(List.of(backend), "foobar.gateway.edge.shared-address=" + owner.path(),
                "foobar.gateway.edge.public-https-port=" + owner.https(), "foobar.gateway.shutdown.delay=1s");
        await().until(owner::hasGateway);
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        gateway.close();
        owner.close();
        backend.close();
    }

    @Test
    void bothPortsOfTheSharedAddressAreServedLikeTheGatewaysOwn() {
        await().ignoreExceptions().untilAsserted(() -> {
            HttpResponse<String> page = get(owner.https());
            assertThat(page.body()).isEqualTo(gateway.get("/").body());
            assertThat(page.headers().firstValue("Via")).hasValue("1.1 gateway-1");
            HttpResponse<String> redirect = get(owner.http());
            assertThat(redirect.statusCode()).isEqualTo(308);
            assertThat(redirect.headers().firstValue("Location"))
                    .hasValue("https://localhost:" + owner.https() + "/");
        });
        assertThat(owner.name()).isEqualTo("gateway-1");
    }

    @Test
    void gatewayThatStopsLeavesWhileItStillServes() throws Exception {
        Thread stopping = Thread.ofVirtual().start(gateway::stop);
        await().until(() -> !owner.hasGateway());
        assertThat(gateway.get("/").headers().firstValue("Connection")).hasValue("close");
        stopping.join();
        assertThat(owner.hasGateway()).isFalse();
    }

    @Test
    void gatewayThatWasExpelledComesBack() {
        owner.expel();
        await().ignoreExceptions().untilAsserted(() -> assertThat(get(owner.https()).statusCode()).isEqualTo(200));
    }

    @Test
    void gatewayThatIsCutOffFromItsServersSendsItsClientsToAnotherGateway() throws Exception {
        try (RawClient kept = new RawClient(gateway.port())) {
            kept.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(kept.readHead()).startsWith("HTTP/1.1 200");

            // 1. No server responds, and the owner has another gateway.
            backend.ready(Backend.silence());
            await().until(owner::isCutOff);
            owner.expel();

            // 2. Responses say that their connection will be closed, and unused connections are closed.
            await().untilAsserted(
                    () -> assertThat(gateway.get("/").headers().firstValue("Connection")).hasValue("close"));
            assertThat(kept.readToEnd()).doesNotContain("left open");
            assertThat(owner.hasGateway()).isFalse();

            // 3. A server responds again.
            backend.ready(Backend.status(200));
            await().pollInterval(Duration.ofMillis(10)).until(owner::hasGateway);
            HttpResponse<String> page = gateway.get("/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Connection")).isEmpty();
        }
    }

    @Test
    void gatewayIsSilentWhileOneOfItsEventLoopsHangs() {
        CountDownLatch end = new CountDownLatch(1);
        EventLoopGroup loops = HttpResources.get().onServer(true);
        loops.next().execute(() -> {
            try {
                end.await();
            } catch (InterruptedException cause) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            AtomicInteger before = new AtomicInteger(-1);
            await().pollInterval(Duration.ofSeconds(1)).until(() -> before.getAndSet(owner.beats()) == owner.beats());
        } finally {
            end.countDown();
        }
        int silent = owner.beats();
        await().until(() -> owner.beats() > silent);
    }

    private HttpResponse<String> get(int port) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build(),
                BodyHandlers.ofString());
    }
}
