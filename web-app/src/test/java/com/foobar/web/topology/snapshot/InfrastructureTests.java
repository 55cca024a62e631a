package com.foobar.web.topology.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.DefaultHealthContributorRegistry;

import com.foobar.web.topology.InstanceProperties;
import com.foobar.web.topology.view.GatewayViews;
import com.foobar.web.topology.view.TopologyProperties;

class InfrastructureTests {

    private final DefaultHealthContributorRegistry health = new DefaultHealthContributorRegistry();
    private final Infrastructure infrastructure = new Infrastructure(
            new GatewayViews(new TopologyProperties(Duration.ofSeconds(5), Duration.ofMinutes(5))), health,
            new InstanceProperties("web-app-1"), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void databaseNodesAreWhatTheHealthContributorTells() {
        Health details = Health.up()
                .withDetail("mysql-primary",
                        Map.of("role", "PRIMARY", "reachable", true, "writable", true, "applier", "NONE", "position",
                                "a:1-9", "lagSeconds", 0.0, "lagTransactions", 0L, "behind", false))
                .withDetail("mysql-replica", Map.of("role", "UNKNOWN", "reachable", false, "problem", "gone"))
                .withDetail("lacks", "A replica does not answer.").build();
        health.registerContributor("replication", (HealthIndicator) () -> details);

        assertThat(infrastructure.snapshot().databases()).containsExactlyInAnyOrder(
                new DatabaseNode("mysql-primary", true, DatabaseState.TAKES_WRITES, "a:1-9", 0, 0),
                new DatabaseNode("mysql-replica", false, DatabaseState.DOWN, null, 0, 0));
        assertThat(infrastructure.snapshot().writable()).isTrue();
    }

    @Test
    void withoutGatewaysAndDatabasesAnInstanceKnowsItself() {
        Snapshot snapshot = infrastructure.snapshot();

        assertThat(snapshot.at()).isEqualTo(Instant.EPOCH);
        assertThat(snapshot.gateways()).isEmpty();
        assertThat(snapshot.servers()).extracting(Server::name).containsExactly("web-app-1");
        assertThat(snapshot.databases()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "REPLICA, false, RUNNING, false, FOLLOWS", "REPLICA, false, RUNNING, true, BEHIND",
            "REPLICA, false, UNKNOWN, false, FOLLOWS", "REPLICA, false, STOPPED, true, STOPPED",
            "REPLICA, false, DISCONNECTED, false, CUT_OFF", "REPLICA, false, NONE, false, ALONE",
            "REPLICA, true, NONE, false, SECOND_WRITABLE", "PRIMARY, true, NONE, false, TAKES_WRITES" })
    void stateOfANodeThatAnswersComesFromAllThatIsSaidOfIt(String role, boolean writable, String applier,
            boolean behind, DatabaseState state) {
        var details = Map.of("role", role, "reachable", true, "writable", writable, "applier", applier, "behind",
                behind);

        assertThat(DatabaseNodes.of(Map.of("node", details))).extracting(DatabaseNode::state).containsExactly(state);
    }

    @Test
    void primaryThatHasJustFallenSilentIsStillThePrimary() {
        assertThat(DatabaseNodes.of(Map.of("node", Map.of("role", "PRIMARY", "reachable", false)))).containsExactly(
                new DatabaseNode("node", true, DatabaseState.DOWN, null, 0, 0));
    }
}
