package com.foobar.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the children are shell scripts")
class GuardedProcessTests {

    @TempDir
    Path directory;

    @Test
    void exitStatusIsTheChilds() throws Exception {
        assertThat(start("exit 7").waitFor()).isEqualTo(7);
    }

    @Test
    void outputAndEnvironmentAreThePlans() throws Exception {
        start("echo $GREETING; echo more >&2").waitFor();

        assertThat(directory.resolve("log")).hasContent("hello\nmore");
    }

    @Test
    void stoppedChildEndsInItsOwnWay() {
        GuardedProcess process = start("trap 'echo bye; exit' TERM; echo ready; while :; do sleep 0.1; done");
        awaitReady();

        process.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(directory.resolve("log")).hasContent("ready\nbye");
    }

    @Test
    void childThatDoesNotEndIsKilled() {
        GuardedProcess process = GuardedProcess.start(
                plan(List.of("/bin/sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done"),
                        Duration.ofSeconds(1)));
        awaitReady();

        process.stop();

        assertThat(ProcessHandle.of(process.pid())).isEmpty();
    }

    @Test
    void killedChildIsGone() throws Exception {
        GuardedProcess process = start("exec sleep 60");

        process.kill();

        assertThat(process.isAlive()).isFalse();
        assertThat(process.waitFor()).isEqualTo(137);
    }

    @Test
    void argumentsReachTheChildUnchanged() throws Exception {
        GuardedProcess.start(plan(List.of("/bin/echo", "two words", "$HOME", "*", "\"'"))).waitFor();

        assertThat(directory.resolve("log")).hasContent("two words $HOME * \"'");
    }

    @Test
    void leftoverOfTheSameCommandIsEnded() {
        GuardedProcess process = start("exec sleep 61.5");
        await().atMost(Duration.ofMinutes(1)).until(() -> commandLine(process.pid()).contains("61.5"));

        assertThat(Leftover.end(directory.resolve("pid"), "61.5")).isTrue();

        // The process counts as alive until its parent has noticed its end.
        await().atMost(Duration.ofMinutes(1)).until(() -> ProcessHandle.of(process.pid()).isEmpty());
    }

    @Test
    void otherProcessWithTheSameIdIsLeftAlone() {
        GuardedProcess process = start("exec sleep 62.5");

        assertThat(Leftover.end(directory.resolve("pid"), "--datadir=/somewhere")).isFalse();

        assertThat(process.isAlive()).isTrue();
        process.kill();
    }

    @Test
    void noPidFileMeansNoLeftover() {
        assertThat(Leftover.end(directory.resolve("pid"), "sleep")).isFalse();
    }

    private GuardedProcess start(String script) {
        return GuardedProcess.start(plan(List.of("/bin/sh", "-c", script)));
    }

    /** Returns a plan with a long grace, so that a process that ends by itself is not killed on a busy machine. */
    private ProcessPlan plan(List<String> command) {
        return plan(command, Duration.ofMinutes(1));
    }

    private ProcessPlan plan(List<String> command, Duration grace) {
        return new ProcessPlan(command, Map.of("GREETING", "hello"), directory, directory.resolve("log"),
                directory.resolve("pid"), grace);
    }

    private void awaitReady() {
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.readString(directory.resolve("log")).contains("ready"));
    }

    private static String commandLine(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()).orElse("");
    }
}
