package com.foobar.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/** The launcher as a user starts it: in a JVM of its own. Its output can be read. */
final class LauncherProcess {

    private final Process process;
    private final Path output;

    private LauncherProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static LauncherProcess start(Path dataDirectory, PortPlan ports, String... more) throws IOException {
        Path output = Files.createTempFile(dataDirectory, "launcher", ".txt");
        List<String> command = new ArrayList<>(List.of(JavaHome.program("java"),
                "-Dfoobar.local.project=" + System.getProperty("foobar.local.project"), "-cp",
                System.getProperty("java.class.path"), Local.class.getName(), "--data-dir=" + dataDirectory));
        ports.ports().forEach((endpoint, port) -> command.add("--" + endpoint.option() + "=" + port));
        command.addAll(List.of(more));
        return new LauncherProcess(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
    }

    LauncherProcess awaitReady() {
        await().atMost(Duration.ofMinutes(6)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The launcher ended and said: " + output());
            }
            return output().contains("Ctrl-C stops everything.");
        });
        return this;
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Returns all descendant processes: guards, applications and database servers. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Returns the descendant processes of the applications with that name. */
    Stream<ProcessHandle> descendants(String name) {
        return process.descendants().filter(child -> child.info().command().orElse("").endsWith("java")
                && child.info().commandLine().orElse("").contains("/" + name + " "));
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The launcher does not end.");
        }
        return process.exitValue();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Sends the signal that Ctrl-C sends. */
    void interrupt() throws IOException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).inheritIO().start().onExit().join();
    }
}
