package com.foobar.gateway.server;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;
import com.foobar.gatewayview.ServerState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CheckHeaderTests {

    private static final Backend one = new Backend("one");
    private static final Backend two = new Backend("two");
    private static final RunningGateway gateway = RunningGateway.before(List.of(one, two),
            "foobar.gateway.health.slow-start=0s");

    private final AtomicReference<String> told = new AtomicReference<>("");

    @BeforeEach
    void listen() {
        one.reset();
        two.reset();
        one.ready((request, response) -> {
            told.set(request.requestHeaders().get("X-Gateway-View", ""));
            return response.header("X-Served-By", "nginx-1/web-app-1").send();
        });
        two.ready((request, response) -> response.header("X-Served-By", "nginx-2/web-app-2").send());
        gateway.await(1, ServerState.UP);
        gateway.await(2, ServerState.UP);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        one.close();
        two.close();
    }

    @Test
    void checkTellsAServerOfAllServersAndWhoIsBehindThem() {
        await().untilAsserted(() -> assertThat(told.get()).matches("gateway-1 "
                + "server-1=UP;0;\\d+\\.\\d;nginx-1/web-app-1;2 server-2=UP;0;\\d+\\.\\d;nginx-2/web-app-2;2"));
    }

    @Test
    void checkTellsOfAServerThatIsDownAndWhoStillAnsweredForIt() {
        await().untilAsserted(() -> assertThat(told.get()).contains("nginx-2/web-app-2;2"));

        two.ready((request, response) -> response.status(502).header("X-Served-By", "nginx-2").send());
        await().untilAsserted(
                () -> assertThat(told.get()).containsPattern("server-2=DOWN;0;[^;]+;nginx-2/web-app-2;1$"));

        two.ready(Backend.silence());
        await().untilAsserted(
                () -> assertThat(told.get()).containsPattern("server-2=DOWN;0;[^;]+;nginx-2/web-app-2;\\?$"));

        two.close();
        await().untilAsserted(
                () -> assertThat(told.get()).containsPattern("server-2=DOWN;0;[^;]+;nginx-2/web-app-2;0$"));
    }

    @Test
    void webServerThatWaitsInVainIsAsSilentAsNone() {
        two.ready(Backend.status(504));
        gateway.await(2, ServerState.DOWN);
        assertThat(gateway.pool().servers().getLast().isSilent()).isTrue();

        two.ready(Backend.status(502));
        await().until(() -> !gateway.pool().servers().getLast().isSilent());
    }

    @Test
    void nobodyOutsideCanForgeIt() throws Exception {
        Backend.Behaviour echo = (request, response) -> response
                .sendString(Mono.just(String.join("|", request.requestHeaders().getAll("X-Gateway-View"))));
        one.behave(echo);
        two.behave(echo);

        assertThat(gateway.send(gateway.request("/").header("X-Gateway-View", "gateway-9 server-1=DOWN;0;0.0;-;0")
                .header("x-gateway-view", "again")).body()).isEmpty();
    }
}
