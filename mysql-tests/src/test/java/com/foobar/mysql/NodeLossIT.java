package com.foobar.mysql;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@EnabledIfDockerAvailable
class NodeLossIT {

    @RegisterExtension
    static final DatabasePair pair = new DatabasePair("loss");

    @ParameterizedTest
    @CsvSource({ "stop, mysql-primary,", "stop, mysql-replica,", "kill, mysql-primary,", "kill, mysql-replica,",
            "stop, mysql-primary, mysql-replica", "kill, mysql-replica, mysql-primary" })
    void nodesThatWentAndCameBackGoOnWhereTheyWere(String how, String first, String second) {
        write("before");
        List<String> nodes = second == null ? List.of(first) : List.of(first, second);
        nodes.forEach(node -> pair.compose(how, node));
        nodes.forEach(node -> pair.compose("start", node));

        assertThat(pair.primary()).isEqualTo("mysql-primary");
        write("after");
        pair.awaitReplication();
        assertThat(pair.value("mysql-replica", "(SELECT GROUP_CONCAT(word ORDER BY id) FROM foobar.words)"))
                .endsWith("before,after");
    }

    @Test
    void downKeepsTheDataAndDownWithTheVolumesClearsIt() {
        write("kept");
        pair.compose("down");
        pair.start("mysql-primary", "mysql-replica");
        pair.awaitReplication();
        assertThat(pair.value("mysql-replica", "(SELECT GROUP_CONCAT(word ORDER BY id) FROM foobar.words)"))
                .endsWith("kept");

        pair.removeAll();
        pair.start("mysql-primary", "mysql-replica");
        pair.awaitReplication();
        for (String node : DatabasePair.NODES) {
            assertThat(pair.query(node, "SHOW TABLES FROM foobar")).as(node).isEmpty();
        }
    }

    @Test
    void replicaWithoutItsDataJoinsByACloneOfAPrimaryThatPurgedItsLogs() {
        write("purged");
        purge();
        pair.lose("mysql-replica");
        pair.start("mysql-replica");

        pair.awaitReplication();
        assertThat(pair.log("mysql-replica")).contains("joining it by a clone");
        assertThat(pair.writable()).containsExactly("mysql-primary");
    }

    @Test
    void replicaWithoutItsDataWaitsForAPrimaryThatStartsLater() {
        write("purged");
        purge();
        pair.compose("stop", "mysql-primary");
        pair.lose("mysql-replica");
        pair.compose("up", "--detach", "mysql-replica");
        await("it waits").atMost(Duration.ofMinutes(2))
                .until(() -> pair.log("mysql-replica").contains("waiting for mysql-primary"));
        pair.start("mysql-primary", "mysql-replica");

        pair.awaitReplication();
    }

    @Test
    void firstStartThatWasCutShortStartsAfresh() {
        pair.removeAll();
        pair.compose("up", "--detach", "mysql-primary", "mysql-replica");
        for (String node : DatabasePair.NODES) {
            await("the first start is at work").pollInterval(Duration.ofMillis(100)).atMost(Duration.ofMinutes(2))
                    .until(() -> pair.tryExec(node, "test -e /var/lib/mysql/auto.cnf").exitCode() == 0);
            assertThat(pair.tryExec(node, "test -e /var/lib/mysql/.initialised").exitCode()).isNotZero();
            pair.compose("kill", node);
        }
        pair.start("mysql-primary", "mysql-replica");

        pair.awaitReplication();
        for (String node : DatabasePair.NODES) {
            assertThat(pair.log(node)).as(node).contains("the first start did not finish; starting afresh");
        }
        assertThat(pair.value("mysql-replica", "@@gtid_executed"))
                .startsWith(pair.value("mysql-primary", "@@server_uuid")).doesNotContain(",");
    }

    @Test
    void emptyPrimaryBesideAReplicaWithTheDataStaysClosedUntilThatIsPromoted() {
        write("precious");
        pair.awaitReplication();
        pair.lose("mysql-primary");
        pair.compose("up", "--detach", "mysql-primary");
        await("it refuses").atMost(Duration.ofMinutes(2))
                .until(() -> pair.log("mysql-primary").contains("mysql-replica holds the site's"));
        assertThat(pair.writable()).isEmpty();

        pair.mysql("promote").success();
        pair.mysql("rejoin").success();

        assertThat(pair.primary()).isEqualTo("mysql-replica");
        pair.awaitReplication();
        assertThat(pair.value("mysql-primary", "(SELECT GROUP_CONCAT(word ORDER BY id) FROM foobar.words)"))
                .endsWith("precious");
        // And back: each node must be able to have either role.
        pair.mysql("promote").success();
        pair.mysql("rejoin").success();
        assertThat(pair.primary()).isEqualTo("mysql-primary");
    }

    private static void write(String word) {
        String primary = pair.primary();
        pair.query(primary,
                "CREATE TABLE IF NOT EXISTS foobar.words (id INT PRIMARY KEY AUTO_INCREMENT, word VARCHAR(20))");
        pair.query(primary, "INSERT INTO foobar.words (word) VALUES ('" + word + "')");
    }

    private static void purge() {
        pair.query("mysql-primary", "FLUSH BINARY LOGS");
        pair.awaitReplication();
        pair.query("mysql-primary", "PURGE BINARY LOGS BEFORE NOW() + INTERVAL 1 DAY");
        assertThat(pair.value("mysql-primary", "@@gtid_purged")).isNotEmpty();
    }
}
