package com.foobar.system;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.foobar.system.QuickWatch.Alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SystemTest
@TestInstance(Lifecycle.PER_CLASS)
class AlertsIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Suite suite;

    private QuickWatch watch;

    AlertsIT(Suite suite) {
        this.suite = suite;
    }

    @BeforeAll
    void watch() {
        watch = new QuickWatch(suite);
        await("Alertmanager answers").atMost(LIMIT).until(watch::isReady);
    }

    @AfterAll
    void stopWatching() {
        watch.close();
    }

    @AfterEach
    void makeWhole() {
        suite.mend();
    }

    @ParameterizedTest
    @CsvSource({ "web-app-1, WebAppDown", "nginx-2, NginxDown", "gateway-2, GatewayDown", "mysql-1, MysqlDown",
            "etcd-2, EtcdMemberDown" })
    void whatStopsIsToldByItsNameAndItsReturnEndsIt(String service, String alert) {
        awaitNone(alert);

        suite.docker("kill", service);
        Alert told = awaitAlert(alert, "instance", service);
        assertThat(told.inhibited()).isFalse();
        assertThat(told.annotations().get("summary")).contains(service);

        suite.docker("start", service);
        awaitNone(alert);
    }

    @Test
    void failoverIsToldByTheNameOfTheNodeThatTookOver() {
        await("the primary has a partner").atMost(LIMIT)
                .until(() -> suite.prometheus().number("sum(failover_partner)") == 1);
        String successor = suite.readOnlyNode();

        suite.docker("kill", suite.writableNode());
        Alert told = awaitAlert("FailoverHappened", "instance", successor);
        assertThat(told.inhibited()).isFalse();
        assertThat(told.labels()).containsEntry("reason", "failover");
    }

    @Test
    void stoppedApplierIsToldAndItsStartEndsIt() {
        awaitNone("ReplicationStopped");
        String replica = suite.readOnlyNode();

        suite.query(replica, "STOP REPLICA SQL_THREAD");
        Alert told = awaitAlert("ReplicationStopped", "thread", "applier");
        assertThat(told.inhibited()).isFalse();
        assertThat(told.labels()).containsEntry("instance", replica);

        suite.query(replica, "START REPLICA SQL_THREAD");
        awaitNone("ReplicationStopped");
    }

    @Test
    void whatFollowsFromAStoppedWebAppIsKnownAndNotToldAgain() {
        awaitNone("ServerDown");

        suite.docker("kill", "web-app-2");
        awaitAlert("WebAppDown", "server", "server-2");
        await("ServerDown is inhibited").atMost(LIMIT).untilAsserted(() -> assertThat(watch.alerts("ServerDown"))
                .isNotEmpty().allSatisfy(alert -> assertThat(alert.inhibited()).isTrue()));

        suite.docker("start", "web-app-2");
        awaitNone("ServerDown");
    }

    @Test
    void alertLeadsToItsRunbook() {
        awaitNone("GatewayDown");
        suite.docker("kill", "gateway-1");
        Map<String, String> told = awaitAlert("GatewayDown", "instance", "gateway-1").annotations();
        URI runbook = URI.create(told.get("runbook_url"));
        HttpResponse<String> page = suite.client().get(suite.operations("PROMETHEUS") + runbook.getPath());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("# GatewayDown", "## Mitigation");
    }

    private Alert awaitAlert(String name, String label, String value) {
        return await(name + " at Alertmanager").atMost(LIMIT)
                .until(() -> watch.alerts(name).stream()
                        .filter(alert -> value.equals(alert.labels().get(label))).toList(), found -> !found.isEmpty())
                .getFirst();
    }

    private void awaitNone(String name) {
        await(name + " has ended").atMost(LIMIT).untilAsserted(() -> assertThat(watch.alerts(name)).isEmpty());
    }
}
