package com.foobar.replication.node;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.foobar.replication.dialect.Report;
import com.foobar.replication.gtid.MariaDbGtidSet;
import com.foobar.replication.status.Applier;

import static org.assertj.core.api.Assertions.assertThat;

class PrimaryElectionTests {

    @Test
    void theWritableNodeIsThePrimary() {
        assertThat(elect(-1, readOnly("0-1-5"), writable("0-1-5"))).isEqualTo(1);
    }

    @Test
    void thereIsNoPrimaryWithoutAWritableNode() {
        assertThat(elect(0, null, readOnly("0-1-5"))).isEqualTo(-1);
    }

    @Test
    void ofTwoWritableNodesTheOneThatFollowsNobodyIsThePrimary() {
        Report follower = new Report(true, MariaDbGtidSet.parse("0-1-9"), Applier.RUNNING, "1", Report.NO_TERM);

        assertThat(elect(0, follower, writable("0-1-5"))).isEqualTo(1);
    }

    @Test
    void ofTwoWritableNodesTheOneThatHasAllOfTheOtherIsThePrimary() {
        assertThat(elect(0, writable("0-1-5"), writable("0-1-9"))).isEqualTo(1);
        assertThat(elect(1, writable("0-1-9"), writable("0-1-5"))).isEqualTo(0);
    }

    @Test
    void ofTwoWritableNodesThatDivergedTheCurrentPrimaryStays() {
        assertThat(elect(0, writable("0-1-5,1-1-9"), writable("0-1-9,1-1-5"))).isEqualTo(0);
        assertThat(elect(1, writable("0-1-5,1-1-9"), writable("0-1-9,1-1-5"))).isEqualTo(1);
        assertThat(elect(1, writable("0-1-5"), writable("0-1-5"))).isEqualTo(1);
    }

    @Test
    void ofTwoWritableNodesTheOneOfTheNewestTermIsThePrimaryWhateverElseSpeaksForTheOther() {
        Report successor = new Report(true, MariaDbGtidSet.parse("0-1-5"), Applier.RUNNING, "2", 8);

        assertThat(PrimaryElection.elect(List.of(writable("0-1-9", 7), successor), 8, 0)).isEqualTo(1);
    }

    @Test
    void aDeposedNodeIsNotThePrimaryEvenIfItIsTheOnlyWritableOne() {
        assertThat(PrimaryElection.elect(Arrays.asList(writable("0-1-9", 7), null), 8, 0)).isEqualTo(-1);
    }

    @Test
    void ofTwoWritableNodesOfTheSameTermTheOtherCriteriaDecide() {
        assertThat(PrimaryElection.elect(List.of(writable("0-1-5", 8), writable("0-1-9", 8)), 8, 0)).isEqualTo(1);
    }

    @Test
    void aWritableNodeIsDeposedWhileItsTermIsLowerThanTheNewest() {
        assertThat(PrimaryElection.deposed(writable("0-1-9", 7), 8)).isTrue();
        assertThat(PrimaryElection.deposed(writable("0-1-9", Report.NO_TERM), 1)).isTrue();
        assertThat(PrimaryElection.deposed(writable("0-1-9", 8), 8)).isFalse();
    }

    @Test
    void withoutTermsNoNodeIsDeposed() {
        assertThat(PrimaryElection.deposed(writable("0-1-9", Report.NO_TERM), Report.NO_TERM)).isFalse();
        assertThat(PrimaryElection.deposed(null, 8)).isFalse();
    }

    @Test
    void aReplicaThatHasNotYetAppliedTheNewestTermIsNotDeposed() {
        assertThat(PrimaryElection.deposed(readOnly("0-1-5"), 8)).isFalse();
    }

    private static int elect(int current, @Nullable Report... reports) {
        return PrimaryElection.elect(Arrays.asList(reports), Report.NO_TERM, current);
    }

    private static Report writable(String executed) {
        return writable(executed, Report.NO_TERM);
    }

    private static Report writable(String executed, long term) {
        return new Report(true, MariaDbGtidSet.parse(executed), Applier.NONE, "1", term);
    }

    private static Report readOnly(String executed) {
        return new Report(false, MariaDbGtidSet.parse(executed), Applier.RUNNING, "2", Report.NO_TERM);
    }
}
