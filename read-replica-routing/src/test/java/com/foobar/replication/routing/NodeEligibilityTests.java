package com.foobar.replication.routing;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.foobar.replication.status.Applier;
import com.foobar.replication.status.Lag;

import static org.assertj.core.api.Assertions.assertThat;

class NodeEligibilityTests {

    private static final Duration MAX_LAG = Duration.ofSeconds(5);

    @Test
    void aReplicaThatReplicatesIsReadFrom() {
        assertThat(against(Applier.RUNNING, MAX_LAG, true)).isNull();
    }

    @Test
    void aReplicaThatDoesNotAnswerIsLeftOut() {
        assertThat(against(null, Duration.ZERO, true)).isEqualTo(Reason.DOWN);
    }

    @Test
    void aReplicaThatIsTooFarBehindIsLeftOut() {
        assertThat(against(Applier.RUNNING, MAX_LAG.plusMillis(1), true)).isEqualTo(Reason.BEHIND);
    }

    @Test
    void aReplicaThatAppliesNothingIsLeftOutEvenWithoutAPrimary() {
        assertThat(against(Applier.STOPPED, Duration.ZERO, true)).isEqualTo(Reason.STOPPED);
        assertThat(against(Applier.STOPPED, Duration.ZERO, false)).isEqualTo(Reason.STOPPED);
    }

    @Test
    void aReplicaThatLostItsSourceIsLeftOutOnlyWhileThereIsAPrimary() {
        assertThat(against(Applier.DISCONNECTED, Duration.ZERO, true)).isEqualTo(Reason.STOPPED);
        assertThat(against(Applier.DISCONNECTED, Duration.ZERO, false)).isNull();
        assertThat(against(Applier.NONE, Duration.ZERO, true)).isEqualTo(Reason.STOPPED);
        assertThat(against(Applier.NONE, Duration.ZERO, false)).isNull();
    }

    @Test
    void aReplicaThatMayNotBeAskedIsJudgedByItsLag() {
        assertThat(against(Applier.UNKNOWN, Duration.ZERO, true)).isNull();
        assertThat(against(Applier.UNKNOWN, Duration.ofMinutes(1), true)).isEqualTo(Reason.BEHIND);
    }

    @Test
    void aDeposedNodeIsLeftOutEvenWithoutAPrimary() {
        assertThat(NodeEligibility.reasonAgainst(Applier.NONE, true, Lag.NONE, MAX_LAG, true))
                .isEqualTo(Reason.DEPOSED);
        assertThat(NodeEligibility.reasonAgainst(Applier.NONE, true, Lag.NONE, MAX_LAG, false))
                .isEqualTo(Reason.DEPOSED);
    }

    private static @Nullable Reason against(@Nullable Applier applier, Duration lag, boolean primaryIsUp) {
        return NodeEligibility.reasonAgainst(applier, false, new Lag(lag, 1), MAX_LAG, primaryIsUp);
    }
}
