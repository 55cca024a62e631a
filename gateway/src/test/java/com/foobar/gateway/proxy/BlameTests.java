package com.foobar.gateway.proxy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;
import com.foobar.gatewayview.ServerState;

import static org.assertj.core.api.Assertions.assertThat;

/** Which failures are the fault of a server, and which are the fault of the request. */
class BlameTests {

    /** How many poisoned requests a client sends among good ones of others. The nightly run sends more of them. */
    private static final int POISONED_REQUESTS = Integer.getInteger("poisoned.requests", 60);

    private final Backend one = new Backend("one").behave(poisonable(false));
    private final Backend two = new Backend("two").behave(poisonable(false));
    private final RunningGateway gateway = RunningGateway.before(List.of(one, two),
            "foobar.gateway.ejection.base-time=1h",
            "foobar.gateway.ejection.max-time=1h", "foobar.gateway.health.timeout=10s");
    private final List<RawClient> clients = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        gateway.close();
        one.close();
        two.close();
    }

    /** Fails poisoned requests; {@code /cached} succeeds only if the backend has a cache. */
    private static Backend.Behaviour poisonable(boolean hasCache) {
        return (request, response) -> switch (request.uri()) {
            case "/crash" -> response.status(500).send();
            case "/stall" -> Backend.closing().apply(request, response);
            case "/unknown" -> response.status(501).send();
            case "/cached" -> response.status(hasCache ? 200 : 500).send();
            default -> response.send();
        };
    }

    private RawClient client(int network) {
        RawClient client = new RawClient(gateway.port(), "127.0." + network + ".1");
        clients.add(client);
        return client;
    }

    private static void ask(RawClient client, String method, String path) throws IOException {
        client.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
        String head = client.readHead();
        client.read(Integer.parseInt(head.replaceAll("(?is).*content-length: (\\d+).*", "$1")));
    }

    private void assertNobodyWasEjected() {
        assertThat(gateway.pool().servers())
                .allSatisfy(server -> assertThat(server.traffic().ejections()).isZero())
                .allSatisfy(server -> assertThat(server.status().state()).isEqualTo(ServerState.UP));
    }

    @ParameterizedTest
    @CsvSource({
            "GET, /crash", "POST, /crash", "GET, /stall", "POST, /stall", "BREW, /unknown" })
    void poisonOfOneClientAmongGoodRequestsOfOthersEjectsNobody(String method, String path) throws Exception {
        RawClient poisoner = client(0);
        List<RawClient> others = List.of(client(1), client(2), client(3), client(4), client(5));
        for (int i = 0; i < POISONED_REQUESTS; i++) {
            ask(poisoner, method, path);
            for (int good = 0; good < 10; good++) {
                ask(others.get(good % 5), "GET", "/");
            }
        }
        assertNobodyWasEjected();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/crash", "/stall" })
    void poisonThatIsSteeredToOneServerEjectsNobody(String path) throws Exception {
        RawClient poisoner = client(0);
        for (int i = 0; i < 60; i++) {
            ask(poisoner, "POST", path);
            ask(poisoner, "GET", "/");
        }
        assertNobodyWasEjected();
    }

    @Test
    void poisonThatOnlyACacheElsewhereSurvivesEjectsNobody() throws Exception {
        two.behave(poisonable(true));
        RawClient poisoner = client(0);
        for (int i = 0; i < 60; i++) {
            ask(poisoner, "GET", "/cached");
        }
        assertThat(one.received()).isGreaterThanOrEqualTo(30);
        assertNobodyWasEjected();
    }

    @Test
    void poisonOfManyClientsThatEveryServerFailsEjectsNobody() throws Exception {
        for (int network = 0; network < 40; network++) {
            RawClient client = client(network);
            for (String method : List.of("GET", "POST", "POST")) {
                ask(client, method, "/crash");
            }
        }
        assertNobodyWasEjected();
    }

    @Test
    void serverThatFailsTheRequestsOfManyClientsIsOutAfterFiveOfThem() throws Exception {
        for (int network = 1; network <= 20; network++) {
            ask(client(network), "GET", "/");
        }
        one.behave(Backend.status(500));
        int before = one.received();
        for (int network = 1; network <= 20; network++) {
            ask(client(network), "GET", "/");
        }
        gateway.await(1, ServerState.EJECTED);
        assertThat(one.received() - before).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "POST" })
    void serverThatFailsAllRequestsOfTheOnlyClientIsOutAsSoonAsItFailsTheGatewaysOwn(String method) throws Exception {
        RawClient client = client(0);
        for (int i = 0; i < 200; i++) {
            ask(client, method, "/");
        }
        int before = one.received();
        one.behave(Backend.status(500));
        for (int i = 0; i < 10; i++) {
            ask(client, method, "/");
        }
        gateway.await(1, ServerState.EJECTED);
        assertThat(one.received() - before).isBetween(5, 8);
    }

    @Test
    void serverThatFailsWhatAnotherServerDoesNotSupportIsOutAsSoonAsItFailsTheGatewaysOwn() throws Exception {
        RawClient client = client(0);
        for (int i = 0; i < 200; i++) {
            ask(client, "GET", "/");
        }
        one.behave(Backend.status(503));
        for (int i = 0; i < 12; i++) {
            ask(client, "GET", "/unknown");
        }
        gateway.await(1, ServerState.EJECTED);
    }

    @Test
    void serverThatClosesEveryConnectionIsOut() throws Exception {
        one.behave(Backend.closing());
        RawClient client = client(0);
        for (int i = 0; i < 12; i++) {
            ask(client, "GET", "/");
        }
        gateway.await(1, ServerState.EJECTED);
    }
}
