package com.foobar.system;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.github.dockerjava.api.model.Container;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.foobar.compose.Commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SystemTest
class SuiteIT {

    private final Suite suite;

    SuiteIT(Suite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2 })
    void bothServersTakeTurnsThroughEachGateway(int gateway) {
        await("both servers have their full share").atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            List<String> servedBy = servedBy(gateway, 10);
            assertThat(servedBy).as(suite::state).containsOnly("nginx-1/web-app-1", "nginx-2/web-app-2");
            for (int request = 1; request < servedBy.size(); request++) {
                assertThat(servedBy.get(request)).as("one of the turns %s", servedBy)
                        .isNotEqualTo(servedBy.get(request - 1));
            }
        });
    }

    private List<String> servedBy(int gateway, int requests) {
        List<String> servers = new ArrayList<>();
        for (int request = 0; request < requests; request++) {
            HttpResponse<String> page = suite.client().get(suite.https(gateway) + "/?request=" + UUID.randomUUID());
            assertThat(page.statusCode()).as(suite::state).isEqualTo(200);
            servers.add(page.headers().firstValue("X-Served-By").orElseThrow());
        }
        return servers;
    }

    @Test
    void storyPostedThroughOneGatewayIsReadThroughTheOther() {
        String title = "A story of " + UUID.randomUUID();
        HttpResponse<String> answer = suite.author().publish(suite.https(1), title,
                "It was posted through the first gateway.");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);

        HttpResponse<String> home = suite.author().get(suite.https(2) + "/");
        assertThat(home.body()).contains(title);
        assertThat(home.headers().firstValue("Via")).hasValue("1.1 gateway-2");
    }

    @Test
    void formThatIsSentThroughBothGatewaysAtOnceMakesOneStory() throws Exception {
        String page = suite.author().get(suite.https(1) + "/stories/new").body();
        String key = page.replaceFirst("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
        String title = "Once " + UUID.randomUUID();
        Map<String, String> form = Map.of("title", title, "body", "However often it is sent.", "key", key);
        List<Callable<HttpResponse<String>>> clicks = Stream.of(1, 2, 1, 2).<Callable<HttpResponse<String>>> map(
                gateway -> () -> suite.author().submit(suite.https(gateway) + "/stories", form)).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(clicks).stream().map(Future::resultNow)).as(suite::state)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(303))
                    .extracting(answer -> answer.headers().firstValue("Location").orElseThrow())
                    .containsOnly("/stories/" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
    }

    @Test
    void footSaysWhichWayThePageCameAndThatItWasReadFromTheReplica() {
        await("the replica is in use").atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
            HttpResponse<String> home = suite.client().get(suite.https(2) + "/?request=" + UUID.randomUUID());
            String servers = home.headers().firstValue("X-Served-By").orElseThrow();
            String foot = home.body().substring(home.body().indexOf("<footer"));
            assertThat(foot).contains("<li>gateway-2</li>", "<li>" + suite.readOnlyNode() + "</li>");
            for (String server : servers.split("/")) {
                assertThat(foot).contains("<li>" + server + "</li>");
            }
        });
    }

    @Test
    void plainHttpLeadsToHttps() {
        HttpResponse<String> answer = suite.client().get(suite.http() + "/stories?page=2");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).hasValue(suite.https() + "/stories?page=2");
    }

    @Test
    void replicaFollowsThePrimaryByGtidOverTls() {
        String primary = suite.writableNode();
        Map<String, String> status = suite.query(suite.readOnlyNode(), "SHOW REPLICA STATUS").getFirst();
        assertThat(status).containsEntry("Replica_IO_Running", "Yes").containsEntry("Replica_SQL_Running", "Yes")
                .containsEntry("Auto_Position", "1").containsEntry("Source_SSL_Allowed", "Yes")
                .containsEntry("Source_SSL_Verify_Server_Cert", "Yes").containsEntry("Source_Host", primary);
    }

    @Test
    void replicaHoldsNoTransactionOfItsOwn() {
        String held = gtids(suite.readOnlyNode());
        String committed = gtids(suite.writableNode());
        assertThat(suite.query(suite.writableNode(),
                "SELECT GTID_SUBTRACT('" + held + "', '" + committed + "') AS errant").getFirst())
                        .containsEntry("errant", "");
    }

    private String gtids(String node) {
        return suite.query(node, "SELECT REPLACE(@@gtid_executed, '\\n', '') AS gtids").getFirst()
                .getOrDefault("gtids", "");
    }

    @Test
    void noPasswordIsInAContainersConfiguration() {
        List<String> secrets = Stream.concat(suite.exec("mysql-1", "bash", "-c", """
                for secret in root application migration replication monitoring backup failover; do
                  cat /run/secrets/mysql/$secret && echo
                done""").lines(), Stream.of(suite.exec("web-app-1", "cat",
                "/run/secrets/foobar/foobar.replication.token-key"),
                suite.exec("gateway-1", "cat",
                        "/run/secrets/foobar/foobar.gateway.admin.password")))
                .toList();
        assertThat(secrets).hasSize(9).allMatch(secret -> secret.length() == 32);
        for (Container container : suite.containers()) {
            assertThat(Commands.run("docker", "inspect", container.getId())).as(Suite.service(container))
                    .doesNotContain(secrets);
        }
        assertThat(Commands.run("docker", "compose", "--file", "../docker-compose.yml", "config").lines()
                .map(String::strip).filter(line -> line.matches("[A-Z0-9_]*(PASSWORD|SECRET|TOKEN)[A-Z0-9_]*: .*")))
                        .isNotEmpty().allMatch(line -> line.matches("[A-Z0-9_]+FILE: /run/secrets/.*"));
    }

    @Test
    void operationsAnswerOnLoopback() {
        assertThat(suite.client().get(suite.operations("PROMETHEUS") + "/-/ready").statusCode()).isEqualTo(200);
        assertThat(suite.client().get(suite.operations("ALERTMANAGER") + "/-/ready").statusCode()).isEqualTo(200);
        assertThat(suite.client().get(suite.operations("GRAFANA") + "/api/health").statusCode()).isEqualTo(200);
    }

    @Test
    void staticFilesComeFromNginxWithNamesThatNeverChangeMeaning() {
        String home = suite.client().get(suite.https(1) + "/").body();
        String stylesheet = home.replaceAll("(?s).*href=\"(/assets/[^\"]+\\.css)\".*", "$1");
        HttpResponse<String> file = suite.client().get(URI.create(suite.https(1)).resolve(stylesheet).toString());
        assertThat(file.statusCode()).as(stylesheet).isEqualTo(200);
        assertThat(file.headers().firstValue("X-Served-By").orElseThrow()).matches("nginx-[12]");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
    }
}
