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
    @CsvSource({ "stop, mysql-1,", "stop, mysql-2,", "kill, mysql-1,", "kill, mysql-2,",
            "stop, mysql-1, mysql-2", "kill, mysql-2, mysql-1" })
    void nodesThatWentAndCameBackGoOnWhereTheyWere(String how, String first, String second) {
        write("before");
        List<String> nodes = second == null ? List.of(first) : List.of(first, second);
        nodes.forEach(node -> pair.compose(how, node));
        nodes.forEach(node -> pair.compose("start", node));

        assertThat(pair.primary()).isEqualTo("mysql-1");
        write("after");
        pair.awaitReplication();
        assertThat(pair.value("mysql-2", "(SELECT GROUP_CONCAT(word ORDER BY id) FROM foobar.words)"))
                .endsWith("before,after");
    }

    @Test
    void downKeepsTheDataAndDownWithTheVolumesClearsIt() {
        write("kept");
        pair.compose("down");
        pair.start("mysql-1", "mysql-2");
        pair.awaitReplication();
        assertThat(pair.value("mysql-2", "(SELECT GROUP_CONCAT(word ORDER BY id) FROM foobar.words)"))
                .endsWith("kept");

        pair.removeAll();
        pair.start("mysql-1", "mysql-2");
        pair.awaitReplication();
        for (String node : DatabasePair.NODES) {
            assertThat(pair.query(node, "SHOW TABLES FROM foobar")).as(node).isEmpty();
        }
    }

    @Test
    void replicaWithoutItsDataJoinsByACloneOfAPrimaryThatPurgedItsLogs() {
        write("purged");
        purge();
        pair.lose("mysql-2");
        pair.start("mysql-2");

        pair.awaitReplication();
        assertThat(pair.log("mysql-2")).contains("joining it by a clone");
        assertThat(pair.writable()).containsExactly("mysql-1");
    }

    @Test
    void replicaWithoutItsDataWaitsForAPrimaryThatStartsLater() {
        write("purged");
        purge();
        pair.compose("stop", "mysql-1");
        pair.lose("mysql-2");
        pair.compose("up", "--detach", "mysql-2");
        await("it waits").atMost(Duration.ofMinutes(2))
                .until(() -> pair.log("mysql-2").contains("waiting for mysql-1"));
        pair.start("mysql-1", "mysql-2");

        pair.awaitReplication();
    }

    @Test
    void firstStartThatWasCutShortStartsAfresh() {
        pair.removeAll();
        pair.compose("up", "--detach", "mysql-1", "mysql-2");
        for (String node : DatabasePair.NODES) {
            await("the first start is at work").pollInterval(Duration.ofMillis(100)).atMost(Duration.ofMinutes(2))
                    .until(() -> pair.tryExec(node, "test -e /var/lib/mysql/auto.cnf").exitCode() == 0);
            assertThat(pair.tryExec(node, "test -e /var/lib/mysql/.initialised").exitCode()).isNotZero();
            pair.compose("kill", node);
        }
        pair.start("mysql-1", "mysql-2");

        pair.awaitReplication();
        for (String node : DatabasePair.NODES) {
            assertThat(pair.log(node)).as(node).contains("the first start did not finish; starting afresh");
        }
        assertThat(pair.value("mysql-2", "@@gtid_executed"))
                .startsWith(pair.value("mysql-1", "@@server_uuid")).doesNotContain(",");
    }

    @Test
    void emptyPrimaryBesideAReplicaWithTheDataStaysClosedUntilThatIsPromoted() {
        write("precious");
        pair.awaitReplication();
        pair.lose("mysql-1");
        pair.compose("up", "--detach", "mysql-1");
        await("it refuses").atMost(Duration.ofMinutes(2))
                .until(() -> pair.log("mysql-1").contains("mysql-2 holds the site's"));
        assertThat(pair.writable()).isEmpty();

        pair.mysql("promote").success();
        pair.mysql("rejoin").success();

        assertThat(pair.primary()).isEqualTo("mysql-2");
        pair.awaitReplication();
        assertThat(pair.value("mysql-1", "(SELECT GROUP_CONCAT(word ORDER BY id) FROM foobar.words)"))
                .endsWith("precious");
        // And back: each node must be able to have either role.
        pair.mysql("promote").success();
        pair.mysql("rejoin").success();
        assertThat(pair.primary()).isEqualTo("mysql-1");
    }

    private static void write(String word) {
        String primary = pair.primary();
        pair.query(primary,
                "CREATE TABLE IF NOT EXISTS foobar.words (id INT PRIMARY KEY AUTO_INCREMENT, word VARCHAR(20))");
        pair.query(primary, "INSERT INTO foobar.words (word) VALUES ('" + word + "')");
    }

    private static void purge() {
        pair.query("mysql-1", "FLUSH BINARY LOGS");
        pair.awaitReplication();
        pair.query("mysql-1", "PURGE BINARY LOGS BEFORE NOW() + INTERVAL 1 DAY");
        assertThat(pair.value("mysql-1", "@@gtid_purged")).isNotEmpty();
    }
}
