package com.foobar.gateway.server;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.foobar.gatewayview.ServerState;

import static org.assertj.core.api.Assertions.assertThat;

class StateMachineTests {

    private static final long SECOND = 1_000_000_000L;

    private final StateMachine machine = new StateMachine(
            new HealthProperties("/readyz", Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 2, Duration.ofSeconds(10)),
            new EjectionProperties(5, Duration.ofSeconds(10), 10, 50, "/", Duration.ofSeconds(5),
                    Duration.ofSeconds(60), 50));

    @Test
    void firstPassIsEnoughAtTheStart() {
        assertThat(machine.state()).isEqualTo(ServerState.STARTING);
        machine.checkPassed(0);
        assertThat(machine.state()).isEqualTo(ServerState.UP);
    }

    @Test
    void oneFailureAtTheStartLeavesItUnknown() {
        machine.checkFailed("slow", true);
        assertThat(machine.state()).isEqualTo(ServerState.STARTING);
        machine.checkFailed("slow", true);
        assertThat(machine.state()).isEqualTo(ServerState.DOWN);
    }

    @Test
    void fallsAfterTwoFailuresInARow() {
        machine.checkPassed(0);
        machine.checkFailed("gone", true);
        machine.checkPassed(0);
        machine.checkFailed("gone", true);
        assertThat(machine.state()).isEqualTo(ServerState.UP);
        machine.checkFailed("gone", true);
        assertThat(machine.state()).isEqualTo(ServerState.DOWN);
        assertThat(machine.reason()).isEqualTo("gone");
    }

    @Test
    void fallsAtOnceWhereTheServerSaysSoItself() {
        machine.checkPassed(0);
        machine.checkRefused("not ready");
        assertThat(machine.state()).isEqualTo(ServerState.DOWN);
        assertThat(machine.isSilent()).isFalse();
    }

    @Test
    void isSilentFromTheFirstCheckWithoutAResponseUntilThereIsAResponse() {
        machine.checkPassed(0);
        machine.checkFailed("gone", true);
        assertThat(machine.isSilent()).isTrue();
        machine.checkPassed(0);
        assertThat(machine.isSilent()).isFalse();
    }

    @Test
    void risesAfterTwoPassesAndWarmsUp() {
        down();
        machine.checkPassed(0);
        assertThat(machine.state()).isEqualTo(ServerState.DOWN);
        machine.checkPassed(0);
        assertThat(machine.state()).isEqualTo(ServerState.SLOW_START);
        assertThat(machine.share(0)).isEqualTo(0.1);
        assertThat(machine.share(5 * SECOND)).isEqualTo(0.5);
        machine.tick(10 * SECOND);
        assertThat(machine.state()).isEqualTo(ServerState.UP);
        assertThat(machine.share(10 * SECOND)).isEqualTo(1);
    }

    @Test
    void ejectionEndsByItselfAndWarmsUp() {
        machine.checkPassed(0);
        machine.eject("five failures", 0);
        assertThat(machine.state()).isEqualTo(ServerState.EJECTED);
        machine.checkPassed(SECOND);
        machine.tick(4 * SECOND);
        assertThat(machine.state()).isEqualTo(ServerState.EJECTED);
        machine.tick(5 * SECOND);
        assertThat(machine.state()).isEqualTo(ServerState.SLOW_START);
    }

    @Test
    void wishesComeBeforeChecks() {
        machine.checkPassed(0);
        machine.control(AdminState.DRAIN, 0);
        assertThat(machine.state()).isEqualTo(ServerState.DRAINING);
        assertThat(machine.isUp()).isFalse();
        assertThat(machine.isChecked()).isTrue();
        machine.control(AdminState.READY, 0);
        assertThat(machine.isUp()).isTrue();
    }

    @Test
    void maintenanceEndsWithANewCheck() {
        machine.checkPassed(0);
        machine.control(AdminState.MAINTENANCE, 0);
        assertThat(machine.isChecked()).isFalse();
        machine.control(AdminState.READY, 0);
        assertThat(machine.state()).isEqualTo(ServerState.STARTING);
    }

    @Test
    void ejectionsGrowUpToALimitAndShrinkAfterAQuietTime() {
        EjectionTime time = new EjectionTime(
                new EjectionProperties(5, Duration.ofSeconds(10), 10, 50, "/", Duration.ofSeconds(5),
                        Duration.ofSeconds(15), 50));
        assertThat(time.next(0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(time.next(6 * SECOND)).isEqualTo(Duration.ofSeconds(10));
        assertThat(time.next(20 * SECOND)).isEqualTo(Duration.ofSeconds(15));
        assertThat(time.next(100 * SECOND)).isEqualTo(Duration.ofSeconds(5));
    }

    private void down() {
        machine.checkFailed("gone", true);
        machine.checkFailed("gone", true);
    }
}
