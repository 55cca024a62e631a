package com.foobar.web.infrastructure.picture;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.foobar.gatewayview.ServerState;
import com.foobar.web.infrastructure.picture.StatusStyle.Tone;
import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.DatabaseNode.State;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Sighting;
import com.foobar.web.infrastructure.snapshot.Snapshot;
import com.foobar.web.infrastructure.snapshot.Snapshot.Gateway;

import static com.foobar.web.infrastructure.picture.Examples.gateway;
import static com.foobar.web.infrastructure.picture.Examples.primary;
import static com.foobar.web.infrastructure.picture.Examples.replica;
import static com.foobar.web.infrastructure.picture.Examples.server;
import static com.foobar.web.infrastructure.picture.Examples.whole;
import static com.foobar.web.infrastructure.picture.Examples.withGateways;
import static com.foobar.web.infrastructure.picture.Examples.withSecondServer;
import static org.assertj.core.api.Assertions.assertThat;

class SummaryTests {

    @Test
    void wholeInfrastructureIsWell() {
        assertThat(Summary.of(whole())).containsExactly(new StatusStyle(Tone.WELL, "All is well."));
    }

    @Test
    void silentGatewayIsFound() {
        assertFound(withGateways(gateway(1, false), gateway(2, true)),
                "gateway-2 has been silent for 12 s: it is stopped, cut off, or has taken this server out.");
    }

    @Test
    void serversThatAGatewayHadNoRoomForAreFound() {
        assertFound(withGateways(gateway(1, false), new Gateway("gateway-2", Duration.ZERO, false, 31)),
                "gateway-2 has 31 more servers that are not shown.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "DOWN | 0 | server-2 is down: nginx-2 takes no connection.",
            "DOWN | -1 | server-2 is down: nginx-2 or web-app-2 does not respond.",
            "DOWN | 1 | server-2 is down: nginx-2 responds, web-app-2 does not.",
            "DOWN | 2 | server-2 is down: web-app-2 says that it is not ready.",
            "EJECTED | 2 | server-2 is left out for a time, since requests to it failed.",
            "DRAINING | 2 | server-2 is being drained: it finishes what it has.",
            "MAINTENANCE | 2 | server-2 is in maintenance.",
            "STARTING | 0 | server-2 has not been checked yet.",
            "SLOW_START | 2 | server-2 is back, and gets a growing part of its share." })
    void serverThatIsNotWellIsFound(ServerState state, int responding, String sentence) {
        assertFound(withSecondServer(server(2, 2, state, responding)), sentence);
    }

    @Test
    void whoSeesItIsSaidWhereNotAllDo() {
        assertFound(
                withSecondServer(server(2, new Sighting("gateway-1", ServerState.UP, 0, 0, 2),
                        new Sighting("gateway-2", ServerState.MAINTENANCE, 0, 0, 2))),
                "server-2 is in maintenance, as gateway-2 sees it.");
    }

    @ParameterizedTest
    @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = { "TAKES_WRITES", "FOLLOWS" })
    void replicaThatIsNotWellIsFound(State state) {
        assertThat(Summary.of(Examples.of(2, 2, primary(), replica(state)))).singleElement()
                .satisfies(found -> assertThat(found.text()).startsWith("mysql-2 "));
    }

    @Test
    void readOnlySiteIsFound() {
        DatabaseNode lost = new DatabaseNode("mysql-1", true, State.DOWN, null, 0, 0);

        assertFound(Examples.of(2, 2, lost, replica(State.FOLLOWS)),
                "The site is read-only: no primary takes writes.", "mysql-1 does not respond.");
    }

    private static void assertFound(Snapshot snapshot, String... sentences) {
        assertThat(Summary.of(snapshot)).extracting(StatusStyle::text).containsExactly(sentences);
    }
}
