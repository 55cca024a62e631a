package com.foobar.mysql;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.mysql.Ledger.Balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@EnabledIfDockerAvailable
class FailoverIT {

    private static final Duration PAUSE = Duration.ofMillis(50);

    @RegisterExtension
    static final DatabasePair pair = new DatabasePair("failover");

    /** The faults that differ most; each night, all for which the partner takes over. */
    static Stream<Fault> faults() {
        return Boolean.getBoolean("all.faults")
                ? Stream.of(Fault.values()).filter(Fault::partnerTakesOver)
                : Stream.of(Fault.SERVER_KILLED, Fault.CONTAINER_PAUSED, Fault.AGENT_STOPPED, Fault.CUT_FROM_ALL,
                        Fault.CUT_FROM_ETCD);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void partnerTakesOverAndTheOldPrimaryBecomesItsPartner(Fault fault) {
        int term = pair.term();
        try (Ledger ledger = Ledger.open(pair, PAUSE)) {
            String old = pair.primary();
            String successor = DatabasePair.other(old);
            // 1. Break.
            fault.begin(pair, old);
            // 2. The other node accepts writes.
            await(successor + " accepts writes").atMost(Duration.ofMinutes(3))
                    .until(() -> pair.writable().contains(successor));
            ledger.awaitMore();
            // 3. The fault ends, and the pair is whole again without a hand.
            fault.end(pair, old);
            await("the old primary is closed").atMost(Duration.ofMinutes(3))
                    .until(() -> pair.writable().equals(List.of(successor)));
            pair.awaitReplication();
            pair.awaitPartner();
            ledger.awaitMore();
            // 4. What clients saw.
            assertWhole(ledger, successor);
            // Where the processor is so busy that a lease ends, the roles change more than once. If both nodes had
            // stored at the same time, there would be more changes than new terms.
            assertThat(ledger.changesOfNode()).as("changes of the node that stores").isBetween(1, pair.term() - term);
        }
    }

    @Test
    void primaryGoesOnAloneWhereOnlyThePartnerIsCutOff() {
        try (Ledger ledger = Ledger.open(pair, PAUSE)) {
            String primary = pair.primary();
            String partner = DatabasePair.other(primary);
            int term = pair.term();
            long begun = System.currentTimeMillis();
            Fault.CUT_FROM_PARTNER.begin(pair, primary);
            await("there is no partner").atMost(Duration.ofMinutes(3))
                    .until(() -> pair.agentState(primary).contains("\"partner\":null"));
            ledger.awaitMore();
            assertThat(pair.writable()).containsExactly(primary);

            // The node that lacks acknowledged writes must not become the primary, even if nobody else can.
            pair.docker("kill", primary);
            await("nobody leads").atMost(Duration.ofMinutes(3))
                    .until(() -> pair.agentState(partner).contains("\"leader\":null"));
            pair.docker("start", primary);
            pair.awaitReplication();
            pair.awaitPartner();
            ledger.awaitMore();
            assertWhole(ledger, primary);
            assertThat(ledger.changesOfNodeSince(begun)).isZero();
            assertThat(pair.term()).isEqualTo(term);
        }
    }

    @Test
    void writesGoOnWithoutEtcdAndThePrimaryWritesTheRolesAgainIfEtcdLostThem() {
        try (Ledger ledger = Ledger.open(pair, PAUSE)) {
            String primary = pair.primary();
            DatabasePair.ETCD.forEach(member -> pair.compose("rm", "--stop", "--force", member));
            await("the agent misses etcd").atMost(Duration.ofMinutes(3))
                    .until(() -> pair.agentState(primary).contains("\"storeReachable\":false"));
            ledger.awaitMore();

            DatabasePair.ETCD.forEach(pair::loseVolume);
            pair.start(DatabasePair.ETCD.toArray(String[]::new));
            pair.awaitPartner();
            ledger.awaitMore();
            assertThat(pair.primary()).isEqualTo(primary);
            assertWhole(ledger, primary);
        }
    }

    @Test
    void memberOfEtcdThatLostItsDataJoinsAnew() {
        pair.compose("rm", "--stop", "--force", "etcd-2");
        pair.loseVolume("etcd-2");
        pair.start("etcd-2");
        assertThat(pair.log("etcd-2")).contains("this member has lost its data");

        // Each of the two others may be lost now.
        pair.docker("kill", "etcd-1");
        String old = pair.primary();
        assertThat(pair.mysql("switchover").success()).contains(DatabasePair.other(old) + " is the primary");
        pair.start("etcd-1");
    }

    @Test
    void transactionThatNobodyWasToldOfIsKeptAside() {
        String old = pair.primary();
        String successor = pair.replica();
        pair.query(old, "CREATE TABLE IF NOT EXISTS foobar.left_behind (id INT PRIMARY KEY AUTO_INCREMENT)");
        pair.awaitReplication();
        // 1. The partner does not get the next transaction, and its commit waits.
        Fault.CUT_FROM_PARTNER.begin(pair, old);
        pair.exec(old, """
                export MYSQL_PWD=$(</run/secrets/mysql/root)
                mysql --user=root --execute='INSERT INTO foobar.left_behind VALUES ()' >/dev/null 2>&1 &
                until [[ $(mysql --user=root --batch --skip-column-names --execute="SHOW STATUS LIKE \
                  'Rpl_semi_sync_source_wait_sessions'") == *1 ]]; do :; done
                """ + Fault.KILL_SERVER);
        // 2. The partner takes over without it.
        await(successor + " accepts writes").atMost(Duration.ofMinutes(3))
                .until(() -> pair.writable().contains(successor));
        Fault.CUT_FROM_PARTNER.end(pair, old);
        // 3. The old primary starts again as a clone, and what only it had can be looked at.
        pair.awaitReplication();
        assertThat(pair.value(old, "(SELECT COUNT(*) FROM foobar.left_behind)")).isEqualTo("0");
        assertThat(pair.mysql("transactions", "--set-aside").success()).contains(old)
                .contains("insert foobar.left_behind");
        assertThat(pair.agentState(old)).doesNotContain("\"setAside\":0");
    }

    @Test
    void switchoverLosesNothingAndIsRefusedWithoutAPartner() {
        int term = pair.term();
        try (Ledger ledger = Ledger.open(pair, PAUSE)) {
            String old = pair.primary();
            String successor = DatabasePair.other(old);
            // A primary refuses while its partner is behind or a commit does not end, as on a busy machine.
            await("the switchover is granted").atMost(Duration.ofMinutes(3)).untilAsserted(
                    () -> assertThat(pair.mysql("switchover").success()).contains(successor + " is the primary"));
            ledger.awaitMore();
            pair.awaitPartner();
            assertWhole(ledger, successor);
            assertThat(ledger.changesOfNode()).isBetween(1, pair.term() - term);

            pair.docker("stop", old);
            assertThat(pair.mysql("switchover").exitCode()).isEqualTo(1);
            assertThat(pair.writable()).containsExactly(successor);
            pair.start(old);
        }
    }

    @Test
    void nodeWithoutAPartnerIsReplacedByHandOnly() {
        String lost = pair.primary();
        String other = pair.replica();
        pair.docker("stop", other);
        pair.query(lost, "CREATE TABLE IF NOT EXISTS foobar.only_here (id INT)");
        pair.lose(lost);
        pair.start(other);
        assertThat(pair.writable()).isEmpty();

        assertThat(pair.mysql("force-primary", other).exitCode()).isEqualTo(1);
        assertThat(pair.writable()).isEmpty();
        assertThat(pair.mysql("force-primary", other, "--writes-may-be-lost").success())
                .contains(other + " is the primary, and accepts writes");
        pair.start(lost);
        pair.awaitReplication();
    }

    private static void assertWhole(Ledger ledger, String primary) {
        assertThat(pair.writable()).containsExactly(primary);
        Balance balance = ledger.balance(primary);
        assertThat(balance.lost()).as("writes that a client was told are stored").isEmpty();
        assertThat(balance.doubled()).isEmpty();
    }
}
