package com.foobar.replication.node;

import java.util.Arrays;

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
        Report follower = new Report(true, MariaDbGtidSet.parse("0-1-9"), Applier.RUNNING);

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

    private static int elect(int current, @Nullable Report... reports) {
        return PrimaryElection.elect(Arrays.asList(reports), current);
    }

    private static Report writable(String executed) {
        return new Report(true, MariaDbGtidSet.parse(executed), Applier.NONE);
    }

    private static Report readOnly(String executed) {
        return new Report(false, MariaDbGtidSet.parse(executed), Applier.RUNNING);
    }
}
