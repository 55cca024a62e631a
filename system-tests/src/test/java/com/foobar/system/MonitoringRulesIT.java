package com.foobar.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

@EnabledIfDockerAvailable
class MonitoringRulesIT {

    @Test
    void everyAlertHasItsTestsAndItsRunbookAndTheToolsAcceptEveryFile() {
        Commands.Result check = Commands.tryRun("bash", "../monitoring/check");
        assertThat(check.exitCode()).as(check.output()).isZero();
    }
}
