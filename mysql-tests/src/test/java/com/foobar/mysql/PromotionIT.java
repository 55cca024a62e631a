package com.foobar.mysql;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.compose.Commands.Result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@EnabledIfDockerAvailable
class PromotionIT {

    @RegisterExtension
    static final DatabasePair pair = new DatabasePair("promotion");

    /**
     * No acknowledged commit is lost, whatever happens to the primary before the promotion.
     *
     * @param before the compose command that is run on the primary first
     */
    @ParameterizedTest
    @ValueSource(strings = { "ps", "pause", "kill", "stop" })
    void promotionLosesNothingThatAClientWasToldIsCommitted(String before) {
        String old = pair.primary();
        String successor = pair.replica();
        try (WritingClient client = WritingClient.start(pair)) {
            awaitSemiSynchronous(old);
            pair.compose(before, old);

            assertThat(pair.mysql("promote").success()).contains(successor + " is the primary");
            assertThat(pair.writable()).containsExactly(successor);
            assertThat(pair.mysql("promote").success()).contains(successor + " is the primary already");
            assertThat(pair.writable()).containsExactly(successor);

            client.awaitMore();
            Set<Integer> acknowledged = client.acknowledged();
            assertThat(written(successor)).containsAll(acknowledged);

            rejoin(old, successor);
            assertThat(pair.mysql("rejoin").success()).contains(old + " follows " + successor + " already");
            client.awaitMore();
        }
        assertThat(pair.writable()).containsExactly(successor);
        pair.awaitReplication();
        setPatience(old, 1_000);
    }

    /**
     * Lets the old primary follow its successor. A write that waited for the replica when the primary ended may be at
     * the old primary alone, because it was never acknowledged; rejoin refuses then, and the node starts from a clone.
     */
    private static void rejoin(String old, String successor) {
        Result rejoin = pair.mysql("rejoin");
        if (rejoin.exitCode() != 2) {
            assertThat(rejoin.success()).contains(old + " is the replica of " + successor);
            return;
        }
        assertThat(rejoin.output()).contains(pair.errant(old, successor)).contains("insert foobar.written");
        pair.lose(old);
        pair.start(old);
    }

    /**
     * Waits until commits wait for the replica. The primary stops waiting when the replica is slow for longer than the
     * timeout, which a busy machine can cause; so the timeout is raised first.
     */
    private static void awaitSemiSynchronous(String primary) {
        setPatience(primary, 60_000);
        await("commits wait for the replica").atMost(Duration.ofMinutes(1)).until(() -> pair.value(primary, """
                (SELECT variable_value FROM performance_schema.global_status
                WHERE variable_name = 'Rpl_semi_sync_source_status')"""), "ON"::equals);
    }

    private static void setPatience(String node, int millis) {
        pair.query(node, "SET GLOBAL rpl_semi_sync_source_timeout = " + millis);
    }

    @Test
    void oldPrimaryThatRestartsAfterAPromotionStaysReadOnly() {
        String old = pair.primary();
        String successor = pair.replica();
        pair.compose("kill", old);
        assertThat(pair.mysql("promote").success()).contains(successor + " is the primary");
        pair.start(old);

        assertThat(pair.value(old, "@@super_read_only")).isEqualTo("1");
        assertThat(pair.writable()).containsExactly(successor);
        assertThat(pair.mysql("rejoin").success()).contains(old + " is the replica of " + successor);
    }

    @Test
    void oldPrimaryThatCouldNotBeFencedSeesItsSuccessorAndStaysReadOnly() {
        String old = pair.primary();
        String successor = pair.replica();
        pair.compose("kill", old);
        assertThat(pair.mysql("promote").success()).contains(successor + " is the primary");
        pair.compose("run", "--rm", "--no-deps", "--entrypoint", "rm", old, "/var/lib/mysql/.fenced");
        pair.start(old);

        assertThat(pair.writable()).containsExactly(successor);
        assertThat(pair.mysql("rejoin").success()).contains(old + " is the replica of " + successor);
    }

    @Test
    void rejoinRefusesWhereTheOldPrimaryHoldsWhatItsSuccessorLacks() {
        String old = pair.primary();
        String successor = pair.replica();
        pair.query(old, "CREATE TABLE IF NOT EXISTS foobar.left_behind (id INT PRIMARY KEY AUTO_INCREMENT)");
        pair.awaitReplication();
        pair.query(successor, "STOP REPLICA IO_THREAD");
        pair.query(old, "INSERT INTO foobar.left_behind VALUES ()");
        String gtids = pair.errant(old, successor);
        pair.compose("kill", old);

        assertThat(pair.mysql("promote").success()).contains(successor + " is the primary");
        for (int attempt = 0; attempt < 2; attempt++) {
            Result refusal = pair.mysql("rejoin");
            assertThat(refusal.exitCode()).as(refusal.output()).isEqualTo(2);
            assertThat(refusal.output()).contains(gtids).contains("insert foobar.left_behind");
            assertThat(pair.writable()).containsExactly(successor);
        }

        pair.lose(old);
        pair.start(old);
        assertThat(pair.mysql("rejoin").success()).contains(old + " follows " + successor + " already");
        pair.awaitReplication();
    }

    @Test
    void replicaThatDoesNotApplyIsPromotedWithAllThatItReceived() {
        String old = pair.primary();
        String successor = pair.replica();
        pair.query(old, "DROP TABLE IF EXISTS foobar.received");
        pair.query(old, "CREATE TABLE foobar.received (id INT PRIMARY KEY AUTO_INCREMENT)");
        pair.awaitReplication();
        pair.query(successor, "STOP REPLICA SQL_THREAD");
        pair.query(old, "INSERT INTO foobar.received VALUES ()");
        String gtids = pair.errant(old, successor);
        await("it is received").atMost(Duration.ofMinutes(1)).until(() -> pair.value(successor, "GTID_SUBSET('" + gtids
                + "', (SELECT received_transaction_set FROM performance_schema.replication_connection_status))"),
                "1"::equals);
        pair.compose("kill", old);

        assertThat(pair.mysql("promote").success()).contains(successor + " is the primary");
        assertThat(pair.value(successor, "(SELECT COUNT(*) FROM foobar.received)")).isEqualTo("1");
        assertThat(pair.mysql("rejoin").success()).contains(old + " is the replica of " + successor);
    }

    @Test
    void promotionWithoutAReplicaRefuses() {
        String primary = pair.primary();
        String replica = pair.replica();
        pair.compose("stop", replica);

        assertThat(pair.mysql("promote").success())
                .contains(primary + " is the primary already, and there is no replica to promote");
        assertThat(pair.writable()).containsExactly(primary);
        pair.start(replica);
    }

    private static Set<Integer> written(String node) {
        return pair.query(node, "SELECT number FROM foobar.written").stream()
                .map(row -> Integer.valueOf(row.getOrDefault("number", ""))).collect(Collectors.toSet());
    }
}
