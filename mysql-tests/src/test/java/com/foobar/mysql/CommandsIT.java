package com.foobar.mysql;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.compose.Commands;
import com.foobar.compose.Commands.Result;

import static org.assertj.core.api.Assertions.assertThat;

/** What every command of the folder {@code mysql} does where there is no pair of nodes to work on. */
@EnabledIfDockerAvailable
class CommandsIT {

    @ParameterizedTest
    @ValueSource(strings = { "switchover", "force-primary", "upgrade", "backup", "restore", "transactions",
            "renew-passwords" })
    void commandSaysWhatItDoesAndRefusesWhatItDoesNotKnow(String command) {
        assertThat(run(command, "--help").success()).contains("Usage: mysql/" + command);
        Result unknown = run(command, "--unknown");
        assertThat(unknown.exitCode()).isEqualTo(64);
        assertThat(unknown.output()).contains("Usage: mysql/" + command);
    }

    @ParameterizedTest
    @ValueSource(strings = { "switchover", "force-primary mysql-1", "upgrade", "backup", "restore /dev/null",
            "transactions", "renew-passwords" })
    void commandSaysThatNoEngineAnswers(String command) {
        Result refusal = Commands.tryRun("bash", "-c", "DOCKER_HOST=unix:///nowhere/docker.sock ../mysql/" + command);
        assertThat(refusal.exitCode()).as(refusal.output()).isEqualTo(1);
        assertThat(refusal.output()).contains("no Docker engine answers");
    }

    private static Result run(String command, String option) {
        return Commands.tryRun("env", "COMPOSE_PROJECT_NAME=foobar-test-none", "../mysql/" + command, option);
    }
}
