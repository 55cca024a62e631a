package com.foobar.failover.mysql;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CatchUpTests {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final CatchUp catchUp = new CatchUp();

    @Test
    void partnerMustHaveWhatWasThereWhenItsRunWasFirstSeen() {
        assertThat(catchUp.hasAll(true, "run-1", at(100), at(500), 0)).as("just seen").isFalse();
        assertThat(catchUp.hasAll(true, "run-1", at(499), at(900), SECOND)).isFalse();
        assertThat(catchUp.hasAll(true, "run-1", at(500), at(900), SECOND)).isTrue();
    }

    @Test
    void anotherRunMustHaveWhatItsPredecessorMayHaveAcknowledged() {
        catchUp.hasAll(true, "run-1", at(100), at(500), 0);
        assertThat(catchUp.hasAll(true, "run-2", at(600), at(900), SECOND)).isFalse();
        assertThat(catchUp.hasAll(true, "run-2", at(600), at(900), SECOND)).isFalse();
        assertThat(catchUp.hasAll(true, "run-2", at(900), at(950), SECOND)).isTrue();
    }

    @Test
    void whatWasReachedWhileCommitsDidNotWaitCountsForNothingOnceTheyDo() {
        catchUp.hasAll(false, "run-1", at(100), at(100), 0);
        assertThat(catchUp.hasAll(false, "run-1", at(100), at(100), SECOND)).isTrue();
        assertThat(catchUp.hasAll(true, "run-1", at(100), at(100), SECOND)).isFalse();
        assertThat(catchUp.hasAll(true, "run-1", at(100), at(100), SECOND)).isTrue();
    }

    @Test
    void nodeIsNearWhileItReachesWithinSecondsWhatWasThere() {
        catchUp.hasAll(false, "run-1", at(0), at(500), 0);
        assertThat(catchUp.hasAll(false, "run-1", at(500), at(800), SECOND)).isTrue();
        assertThat(catchUp.hasAll(false, "run-1", at(799), at(5_000), 2 * SECOND)).as("not yet").isTrue();
        assertThat(catchUp.hasAll(false, "run-1", at(799), at(5_000), 5 * SECOND)).as("too late").isFalse();
    }

    @Test
    void laterFileIsFurtherWhateverTheOffset() {
        assertThat(new BinlogPosition("binlog.000010", 4)).isGreaterThan(new BinlogPosition("binlog.000009", 900));
        assertThat(new BinlogPosition("binlog.1000000", 4)).isGreaterThan(new BinlogPosition("binlog.999999", 4));
        assertThat(BinlogPosition.NONE).isLessThan(at(0));
    }

    private static BinlogPosition at(long offset) {
        return new BinlogPosition("binlog.000001", offset);
    }
}
