package com.foobar.system;

import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.compose.Commands;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledIfDockerAvailable
class MonitoringRulesIT {

    @Test
    void everyAlertHasItsTestsAndItsRunbookAndTheToolsAcceptEveryFile() {
        Commands.Result check = Commands.tryRun("bash", "../monitoring/check");
        assertThat(check.exitCode()).as(check.output()).isZero();
    }
}
