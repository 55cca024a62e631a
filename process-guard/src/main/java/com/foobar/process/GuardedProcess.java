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
 * A child process that ends when this JVM ends, even if the JVM is killed.
 *
 * <p>
 * On Unix a small shell, the guard, is between this JVM and the child. It holds the read end of a pipe, and only this
 * JVM has the write end. At end of file the guard ends the child. Windows has no such shell; there a shutdown hook ends
 * the child, and {@link Leftover} finds the processes that a killed JVM left running.
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
     * Starts the process. Returns when the process has an id, which may be before it is ready.
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

    /** Returns whether the process is still running. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the id of the process itself, not of its guard. */
    public long pid() {
        return child.pid();
    }

    /** Waits until the process has ended, and returns its exit status. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /**
     * Asks the process to end and waits; kills it if it does not end within its grace. Windows cannot ask a process to
     * end, so there the process is killed at once.
     */
    public void stop() {
        askToEnd();
        if (!ended(plan.grace().plus(BEYOND_GRACE))) {
            kill();
        }
    }

    /** Asks the process to end and does not wait, so that several processes can end at the same time. */
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

    /** Kills the process like a crash, and waits until it has ended. */
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
