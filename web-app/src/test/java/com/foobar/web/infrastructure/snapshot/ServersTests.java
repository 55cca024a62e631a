package com.foobar.web.infrastructure.snapshot;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.foobar.gatewayview.GatewayView;
import com.foobar.gatewayview.ServerState;
import com.foobar.gatewayview.ServerView;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Presence;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Sighting;
import com.foobar.web.infrastructure.view.GatewayViews.HeardView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ServersTests {

    private static final List<String> PATH_1 = List.of("nginx-1", "web-app-1");
    private static final List<String> PATH_2 = List.of("nginx-2", "web-app-2");

    @Test
    void whatSeveralGatewaysSayOfAServerIsPutTogether() {
        List<ServerStatus> servers = Servers.of(List.of(
                heard("gateway-1", false, seen(1, ServerState.UP, PATH_1, 2), seen(2, ServerState.UP, PATH_2, 2)),
                heard("gateway-2", false, seen(1, ServerState.UP, PATH_1, 2), seen(2, ServerState.DOWN, PATH_2, 1))),
                "web-app-1");

        assertThat(servers).extracting(ServerStatus::name, ServerStatus::own, server -> server.state().orElseThrow())
                .containsExactly(
                        tuple("server-1", true, ServerState.UP),
                        tuple("server-2", false, ServerState.DOWN));
        assertThat(servers.getLast().seenAs(ServerState.DOWN)).isOne();
        assertThat(servers.getFirst().inFlight()).isEqualTo(6);
        assertThat(servers.getFirst().rate()).isEqualTo(3);
    }

    @Test
    void silentGatewayIsNoWitnessAndStillNamesServers() {
        List<ServerStatus> servers = Servers.of(List.of(heard("gateway-1", false, seen(2, ServerState.UP, PATH_2, 2)),
                heard("gateway-2", true, seen(1, ServerState.DOWN, PATH_1, 0), seen(2, ServerState.DOWN, PATH_2, 0))),
                "web-app-1");

        assertThat(servers).extracting(ServerStatus::name).containsExactly("server-2", "server-1");
        assertThat(servers.getFirst().state()).contains(ServerState.UP);
        assertThat(servers.getLast().state()).isEmpty();
    }

    @Test
    void pathThatOneGatewayDoesNotKnowIsLearntFromTheOther() {
        assertThat(Servers.of(List.of(heard("gateway-1", false, seen(2, ServerState.DOWN, List.of(), 0)),
                heard("gateway-2", false, seen(2, ServerState.DOWN, PATH_2, 1))), "web-app-1").getFirst().path())
                        .isEqualTo(PATH_2);
    }

    @Test
    void instanceThatNoGatewaySpeaksOfKnowsItself() {
        assertThat(Servers.of(List.of(), "web-app-1"))
                .containsExactly(new ServerStatus("web-app-1", List.of("web-app-1"), true, List.of()));
        assertThat(Servers.of(List.of(heard("gateway-1", false, seen(2, ServerState.UP, PATH_2, 2))), "web-app-1"))
                .extracting(ServerStatus::name).containsExactly("server-2", "web-app-1");
    }

    @ParameterizedTest
    @CsvSource({ "UP, 2, RESPONDS, RESPONDS", "EJECTED, 2, RESPONDS, RESPONDS", "DOWN, 2, RESPONDS, NOT_READY",
            "DOWN, 1, RESPONDS, SILENT", "DOWN, 0, SILENT, UNSEEN", "DOWN, -1, UNSEEN, UNSEEN",
            "STARTING, 0, UNSEEN, UNSEEN",
            "MAINTENANCE, 0, UNSEEN, UNSEEN" })
    void whichPartAnswersIsToldFromTheCheck(ServerState state, int answering, Presence webServer, Presence webApp) {
        ServerStatus server = new ServerStatus("server-2", PATH_2, false,
                List.of(new Sighting("gateway-1", state, 0, 0, answering)));

        assertThat(server.webServerPresence()).isEqualTo(webServer);
        assertThat(server.webAppPresence()).isEqualTo(webApp);
    }

    @Test
    void webAppWithoutAWebServerThatDoesNotAnswerIsSilent() {
        ServerStatus server = new ServerStatus("server-2", List.of("web-app-2"), false,
                List.of(new Sighting("gateway-1", ServerState.DOWN, 0, 0, -1)));

        assertThat(server.webServer()).isNull();
        assertThat(server.webAppPresence()).isEqualTo(Presence.SILENT);
    }

    @Test
    void instanceKnowsOfItselfThatItAnswers() {
        assertThat(new ServerStatus("server-1", PATH_1, true, List.of()).webAppPresence()).isEqualTo(Presence.RESPONDS);
        assertThat(new ServerStatus("server-2", PATH_2, false, List.of()).webAppPresence()).isEqualTo(Presence.UNSEEN);
    }

    private static HeardView heard(String gateway, boolean silent, ServerView... servers) {
        return new HeardView(new GatewayView(gateway, List.of(servers), 0), Duration.ZERO, silent);
    }

    private static ServerView seen(int number, ServerState state, List<String> path, int answering) {
        return new ServerView("server-" + number, state, 3, 1.5, path, answering);
    }
}
