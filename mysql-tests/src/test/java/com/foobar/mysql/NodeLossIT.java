package com.foobar.mysql;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

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
    @CsvSource({ "stop, primary, replica", "kill, replica, primary" })
    void nodesThatWentBothAndCameBackGoOnWithAllThatWasWritten(String how, String first, String second) {
        write("before");
        Map<String, String> nodes = Map.of("primary", pair.primary(), "replica", pair.replica());
        pair.docker(how, nodes.get(first));
        pair.docker(how, nodes.get(second));
        pair.docker("start", nodes.get(first));
        pair.docker("start", nodes.get(second));

        pair.awaitReplication();
        write("after");
        pair.awaitReplication();
        assertThat(words()).endsWith("before,after");
    }

    @Test
    void writesGoOnWhileTheReplicaIsAway() {
        String replica = pair.replica();
        pair.docker("kill", replica);
        write("alone");
        pair.docker("start", replica);

        pair.awaitReplication();
        pair.awaitPartner();
        assertThat(pair.replica()).isEqualTo(replica);
        assertThat(words()).endsWith("alone");
    }

    @Test
    void downKeepsTheDataAndDownWithTheVolumesClearsIt() {
        write("kept");
        pair.compose("down");
        pair.start("mysql-1", "mysql-2");
        pair.awaitReplication();
        assertThat(words()).endsWith("kept");

        pair.removeAll();
        pair.start("mysql-1", "mysql-2");
        pair.awaitReplication();
        for (String node : DatabasePair.NODES) {
            assertThat(pair.query(node, "SHOW TABLES FROM foobar")).as(node).isEmpty();
        }
    }

    @Test
    void replicaWithoutItsDataJoinsByACloneOfAPrimaryThatPurgedItsLogs() {
        String primary = pair.primary();
        String replica = pair.replica();
        write("purged");
        purge(primary);
        pair.lose(replica);
        pair.start(replica);

        pair.awaitReplication();
        assertThat(pair.log(replica)).contains("joining " + primary + " by a clone");
        assertThat(pair.writable()).containsExactly(primary);
    }

    @Test
    void replicaThatMissedWhatThePrimaryPurgedIsClonedAnew() {
        String primary = pair.primary();
        String replica = pair.replica();
        pair.docker("stop", replica);
        write("missed");
        pair.query(primary, "FLUSH BINARY LOGS; PURGE BINARY LOGS BEFORE NOW() + INTERVAL 1 DAY");
        pair.start(replica);

        pair.awaitReplication();
        assertThat(words()).endsWith("missed");
    }

    @Test
    void firstStartThatWasCutShortStartsAfresh() {
        pair.removeAll();
        pair.compose("up", "--detach", "mysql-1", "mysql-2");
        for (int i = 0; i < 2; i++) {
            String node = await("data is made").pollInterval(Duration.ofMillis(100)).atMost(Duration.ofMinutes(5))
                    .until(NodeLossIT::nodeWithUnfinishedData, Optional::isPresent).orElseThrow();
            pair.docker("kill", node);
            pair.docker("start", node);
        }

        pair.awaitReplication();
        assertThat(pair.value(pair.replica(), "@@gtid_executed"))
                .startsWith(pair.value(pair.primary(), "@@server_uuid")).doesNotContain(",");
    }

    private static Optional<String> nodeWithUnfinishedData() {
        return DatabasePair.NODES.stream().filter(node -> pair.tryExec(node, """
                [[ -e /var/lib/mysql/auto.cnf && ! -e /var/lib/mysql/.initialised ]]""").exitCode() == 0).findFirst();
    }

    @Test
    void primaryThatLostItsDataIsReplacedAndStartsAgainAsAClone() {
        String lost = pair.primary();
        String successor = pair.replica();
        write("precious");
        pair.lose(lost);
        pair.start(lost);

        pair.awaitReplication();
        assertThat(pair.primary()).isEqualTo(successor);
        assertThat(words()).endsWith("precious");
    }

    private static void write(String word) {
        String primary = pair.primary();
        pair.query(primary,
                "CREATE TABLE IF NOT EXISTS foobar.words (id INT PRIMARY KEY AUTO_INCREMENT, word VARCHAR(20))");
        pair.query(primary, "INSERT INTO foobar.words (word) VALUES ('" + word + "')");
    }

    private static String words() {
        return pair.value(pair.replica(), "(SELECT GROUP_CONCAT(word ORDER BY id) FROM foobar.words)");
    }

    private static void purge(String primary) {
        pair.query(primary, "FLUSH BINARY LOGS");
        pair.awaitReplication();
        pair.query(primary, "PURGE BINARY LOGS BEFORE NOW() + INTERVAL 1 DAY");
        assertThat(pair.value(primary, "@@gtid_purged")).isNotEmpty();
    }
}
