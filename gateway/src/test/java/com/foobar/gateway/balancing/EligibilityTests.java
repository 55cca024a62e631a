package com.foobar.gateway.balancing;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EligibilityTests {

    private record Some(String name, boolean isUp, boolean isUnknown, boolean isEjected,
            boolean isStandby) implements Member {}

    private final Some well = new Some("well", true, false, false, false);
    private final Some ejected = new Some("ejected", true, false, true, false);
    private final Some down = new Some("down", false, false, false, false);
    private final Some unknown = new Some("unknown", false, true, false, false);
    private final Some standby = new Some("standby", true, false, false, true);

    @Test
    void unknownServersAreTriedOnlyWhereNoneIsUp() {
        assertThat(Eligibility.of(List.of(well, unknown), Mode.ACTIVE_ACTIVE).candidates()).containsExactly(well);
        Eligibility<Some> eligible = Eligibility.of(List.of(down, unknown), Mode.ACTIVE_ACTIVE);
        assertThat(eligible.candidates()).containsExactly(unknown);
        assertThat(eligible.panic()).isFalse();
    }

    @Test
    void leavesOutWhatIsDownOrEjected() {
        assertThat(Eligibility.of(List.of(well, ejected, down), Mode.ACTIVE_ACTIVE).candidates())
                .containsExactly(well);
    }

    @Test
    void nobodyIsEligibleWhereAllAreDown() {
        Eligibility<Some> eligible = Eligibility.of(List.of(down), Mode.ACTIVE_ACTIVE);
        assertThat(eligible.candidates()).isEmpty();
        assertThat(eligible.panic()).isFalse();
    }

    @Test
    void allThatAreUpAreTriedWhereAllAreEjected() {
        Eligibility<Some> eligible = Eligibility.of(List.of(ejected, down), Mode.ACTIVE_ACTIVE);
        assertThat(eligible.candidates()).containsExactly(ejected);
        assertThat(eligible.panic()).isTrue();
    }

    @Test
    void standbyServersShareTheTrafficInActiveActive() {
        assertThat(Eligibility.of(List.of(well, standby), Mode.ACTIVE_ACTIVE).candidates()).contains(standby);
    }

    @Test
    void standbyServersWaitInActivePassive() {
        Eligibility<Some> eligible = Eligibility.of(List.of(well, standby), Mode.ACTIVE_PASSIVE);
        assertThat(eligible.candidates()).containsExactly(well);
        assertThat(eligible.spares()).containsExactly(standby);
    }

    @Test
    void standbyServersTakeOverWhereNoOtherIsWell() {
        assertThat(Eligibility.of(List.of(ejected, down, standby), Mode.ACTIVE_PASSIVE).candidates())
                .containsExactly(standby);
    }
}
