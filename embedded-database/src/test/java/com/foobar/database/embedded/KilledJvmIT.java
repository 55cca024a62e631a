package com.foobar.database.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KilledJvmIT {

    @TempDir
    Path directory;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no guard; the next start ends the servers")
    void serversEndByThemselvesWhenTheirJvmIsKilled() throws Exception {
        PairProcess jvm = PairProcess.start(directory);
        List<ProcessHandle> descendants = jvm.descendants();

        jvm.kill();

        assertThat(descendants).hasSizeGreaterThanOrEqualTo(4);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(descendants).noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void startRightAfterTheJvmWasKilledWorks() throws Exception {
        PairProcess.start(directory).kill();

        try (ReplicatingPair pair = ReplicatingPair.builder().dataDirectory(directory).start()) {
            assertThat(Sql.value(pair.primary(), pair.application(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void startEndsServersThatLostTheirGuardsToo() throws Exception {
        PairProcess jvm = PairProcess.start(directory);
        List<ProcessHandle> servers = jvm.descendants().stream().filter(KilledJvmIT::isServer).toList();
        List<ProcessHandle> guards = jvm.descendants().stream().filter(process -> !isServer(process)).toList();
        guards.forEach(ProcessHandle::destroyForcibly);
        jvm.kill();
        assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);

        try (ReplicatingPair pair = ReplicatingPair.builder().dataDirectory(directory).start()) {
            assertThat(Sql.value(pair.replica(), pair.application(), "SELECT 1")).isEqualTo("1");
            assertThat(servers).noneMatch(KilledJvmIT::isServer);
        }
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info().command().filter(command -> command.contains("mariadbd")).isPresent();
    }
}
