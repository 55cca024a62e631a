package com.foobar.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A child process that ends with this JVM, even when the JVM is killed.
 *
 * <p>
 * On Unix a small shell stands between: it holds the read end of a pipe whose write end only this JVM has, and ends the
 * child at end of file. Windows has no such shell; there a shutdown hook ends the child, and {@link Leftover} finds
 * what a killed JVM left.
 */
public final class GuardedProcess {

    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Duration BEYOND_GRACE = Duration.ofSeconds(5);

    private final ProcessPlan plan;
    private final Process process;
    private final ProcessHandle child;

    private GuardedProcess(ProcessPlan plan, Process process) {
        this.plan = plan;
        this.process = process;
        this.child = PidFile.await(plan.pidFile(), process);
    }

    /**
     * Starts the process; returns when it has an id, not when it is ready.
     *
     * @throws UncheckedIOException if the program cannot be started
     */
    public static GuardedProcess start(ProcessPlan plan) {
        try {
            Files.deleteIfExists(plan.pidFile());
            ProcessBuilder builder = new ProcessBuilder(WINDOWS ? plan.command() : guarded(plan));
            builder.environment().putAll(plan.environment());
            builder.directory(plan.directory().toFile());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
            Process process = builder.start();
            if (WINDOWS) {
                PidFile.write(plan.pidFile(), process.pid());
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
            }
            return new GuardedProcess(plan, process);
        } catch (IOException e) {
            throw new UncheckedIOException("The program " + plan.command().getFirst() + " cannot be started.", e);
        }
    }

    private static List<String> guarded(ProcessPlan plan) throws IOException {
        try (InputStream script = GuardedProcess.class.getResourceAsStream("guard.sh")) {
            if (script == null) {
                throw new IOException("guard.sh is not on the class path.");
            }
            ArrayList<String> command = new ArrayList<>(
                    List.of("/bin/sh", "-c", new String(script.readAllBytes(), StandardCharsets.UTF_8), "guard",
                            String.valueOf(plan.grace().toSeconds()), plan.pidFile().toString()));
            command.addAll(plan.command());
            return command;
        }
    }

    /** Whether the process has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The id of the process itself, not of its guard. */
    public long pid() {
        return child.pid();
    }

    /** Waits until the process has ended, and returns its exit status. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /**
     * Asks the process to end, which Windows cannot and so kills it, and waits; kills what does not end in its grace.
     */
    public void stop() {
        askToEnd();
        if (!ended(plan.grace().plus(BEYOND_GRACE))) {
            kill();
        }
    }

    /** Asks the process to end and does not wait, so that several can end at the same time. */
    public void askToEnd() {
        if (WINDOWS) {
            child.destroy();
            return;
        }
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            child.destroy();
        }
    }

    /** Kills the process as a crash would, and waits until it is gone. */
    public void kill() {
        child.destroyForcibly();
        if (!ended(BEYOND_GRACE)) {
            process.destroyForcibly();
        }
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
