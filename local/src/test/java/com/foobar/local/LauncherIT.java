package com.foobar.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are Unix's")
class LauncherIT {

    private final PortPlan ports = FreePorts.plan();

    @TempDir
    Path data;

    @Test
    void suiteServesSurvivesAKilledLauncherAndLeavesNothingAfterCtrlC() throws Exception {
        assumeInterruptsAreNotIgnored();
        LauncherProcess first = LauncherProcess.start(data, ports).awaitReady();
        Site gateway1 = site(Endpoint.GATEWAY_1_HTTPS);
        Site gateway2 = site(Endpoint.GATEWAY_2_HTTPS);

        assertThat(first.output()).contains("Left out").contains("https://localhost:");
        assertBothWebAppsTakeTurns(gateway1);
        assertBothWebAppsTakeTurns(gateway2);
        assertThat(gateway1.publish("Seen through both").statusCode()).isEqualTo(200);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(gateway2.home().body()).contains("Seen through both"));

        List<ProcessHandle> left = first.descendants();
        first.kill();
        LauncherProcess second = LauncherProcess.start(data, ports).awaitReady();

        assertGone(left);
        assertThat(gateway1.home().body()).contains("Seen through both");

        List<ProcessHandle> children = second.descendants();
        second.interrupt();

        assertThat(second.awaitExit()).isEqualTo(130);
        assertThat(children).hasSizeGreaterThanOrEqualTo(12);
        assertGone(children);
        assertThat(second.output()).contains("Stopped");
    }

    @Test
    void portInUseIsNamedBeforeAnythingStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket(ports.of(Endpoint.WEB_APP_2_HTTP), 1,
                InetAddress.ofLiteral("127.0.0.1"))) {
            LauncherProcess launcher = LauncherProcess.start(data, ports);

            assertThat(launcher.awaitExit()).isEqualTo(1);
            assertThat(launcher.output()).contains("Port " + taken.getLocalPort()
                    + " for web-app-2-http is in use: stop what listens there, or choose another with"
                    + " --web-app-2-http=PORT, or move all ports with --first-port=PORT.");
            assertThat(data.resolve("database")).doesNotExist();
        }
    }

    /**
     * A process that has ended counts as alive until its parent, or the process that took the parent's place, has
     * noticed the end.
     */
    private static void assertGone(List<ProcessHandle> processes) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
    }

    private Site site(Endpoint gateway) {
        return new Site(data, ports.of(gateway));
    }

    private static void assertBothWebAppsTakeTurns(Site gateway) {
        Set<String> seen = new HashSet<>();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            seen.add(gateway.servedBy());
            assertThat(seen).containsExactlyInAnyOrder("web-app-1", "web-app-2");
        });
    }

    /** If a shell runs a command in the background, the command and all its children ignore Ctrl-C. */
    private static void assumeInterruptsAreNotIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            String ignored = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> line.substring("SigIgn:".length()).strip()).findFirst().orElse("0");
            Assumptions.assumeTrue((Long.parseUnsignedLong(ignored, 16) & 2) == 0,
                    "Ctrl-C is ignored by all that this build starts, because it runs in the background.");
        }
    }
}
