package com.foobar.web.infrastructure.snapshot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.foobar.replication.status.Applier;
import com.foobar.replication.status.Lag;
import com.foobar.replication.status.NodeStatus;
import com.foobar.replication.status.Role;
import com.foobar.web.infrastructure.failover.FailoverWatch;
import com.foobar.web.infrastructure.snapshot.DatabaseNode.State;
import com.foobar.web.infrastructure.view.GatewayViews;
import com.foobar.web.infrastructure.view.InfrastructureProperties;
import com.foobar.web.instance.InstanceProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class InfrastructureTests {

    private final List<NodeStatus> nodes = new ArrayList<>();
    private final Infrastructure infrastructure = new Infrastructure(
            new GatewayViews(new InfrastructureProperties(Duration.ofSeconds(5), Duration.ofMinutes(5))), () -> nodes,
            mock(FailoverWatch.class), new InstanceProperties("web-app-1"), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void databaseNodesAreWhatTheRoutingTells() {
        nodes.add(new NodeStatus("mysql-1", Role.PRIMARY, true, true, Applier.NONE, "a:1-9", Lag.NONE, false,
                null));
        nodes.add(new NodeStatus("mysql-2", Role.UNKNOWN, false, false, Applier.UNKNOWN, null, Lag.NONE, false,
                "gone"));

        assertThat(infrastructure.snapshot().databases()).containsExactlyInAnyOrder(
                new DatabaseNode("mysql-1", true, State.TAKES_WRITES, "a:1-9", 0, 0),
                new DatabaseNode("mysql-2", false, State.DOWN, null, 0, 0));
        assertThat(infrastructure.snapshot().writable()).isTrue();
    }

    @Test
    void withoutGatewaysAndDatabasesAnInstanceKnowsItself() {
        Snapshot snapshot = infrastructure.snapshot();

        assertThat(snapshot.at()).isEqualTo(Instant.EPOCH);
        assertThat(snapshot.gateways()).isEmpty();
        assertThat(snapshot.servers()).extracting(ServerStatus::name).containsExactly("web-app-1");
        assertThat(snapshot.databases()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "REPLICA, false, RUNNING, false, FOLLOWS", "REPLICA, false, RUNNING, true, BEHIND",
            "REPLICA, false, UNKNOWN, false, UNCLEAR", "REPLICA, false, UNKNOWN, true, BEHIND",
            "REPLICA, false, STOPPED, true, STOPPED",
            "REPLICA, false, DISCONNECTED, false, CUT_OFF", "REPLICA, false, NONE, false, ALONE",
            "REPLICA, true, NONE, false, SECOND_WRITABLE", "DEPOSED, true, NONE, false, DEPOSED",
            "PRIMARY, true, NONE, false, TAKES_WRITES" })
    void stateOfANodeThatAnswersComesFromAllThatIsSaidOfIt(Role role, boolean writable, Applier applier,
            boolean behind, State state) {
        NodeStatus node = new NodeStatus("node", role, true, writable, applier, "a:1-9", Lag.NONE, behind, null);

        assertThat(DatabaseNode.of(node).state()).isEqualTo(state);
    }

    @Test
    void primaryThatHasJustFallenSilentIsStillThePrimary() {
        NodeStatus node = new NodeStatus("node", Role.PRIMARY, false, false, Applier.UNKNOWN, null, Lag.NONE, false,
                "gone");

        assertThat(DatabaseNode.of(node)).isEqualTo(new DatabaseNode("node", true, State.DOWN, null, 0, 0));
    }
}
