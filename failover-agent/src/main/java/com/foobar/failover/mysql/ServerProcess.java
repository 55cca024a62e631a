package com.foobar.failover.mysql;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The process of the server, and the scripts that make its data. Both are children of this JVM. In a container the JVM
 * is process 1, so that none of them outlives it.
 */
public final class ServerProcess {

    /** A node always starts closed: only the agent opens it. */
    private static final List<String> CLOSED = List.of("--super-read-only=ON", "--skip-replica-start=ON",
            "--loose-rpl-semi-sync-source-enabled=OFF");

    private final List<String> command;
    private final Path data;
    private final Path scripts;
    private @Nullable Process server;
    private @Nullable Process script;
    private String incarnation = "";
    private Runnable ended = () -> {};

    /**
     * Creates a server that does not run.
     *
     * @param command the server and its arguments
     * @param data the data directory
     * @param scripts the directory with the scripts {@code initialise} and {@code join}
     */
    public ServerProcess(List<String> command, Path data, Path scripts) {
        this.command = List.copyOf(command);
        this.data = data;
        this.scripts = scripts;
    }

    /** Starts the server: read-only, not replicating, and not waiting for acknowledgements. */
    public void start() {
        List<String> line = new ArrayList<>(command);
        line.addAll(CLOSED);
        server = run(line);
        incarnation = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    /** Makes the first data of the pair. */
    public void initialise() {
        script = run(List.of(scripts.resolve("initialise").toString()));
    }

    /**
     * Ends the server, and replaces its data by a clone of the other node's.
     *
     * @param surplus the transactions that only this node has, as a GTID set; they are kept aside
     * @param logs the binary logs that hold them
     */
    public void join(String surplus, List<String> logs) throws InterruptedException {
        kill();
        List<String> line = new ArrayList<>(List.of(scripts.resolve("join").toString(), surplus));
        line.addAll(logs);
        script = run(line);
    }

    /** Ends the server by SIGKILL, and returns when it has ended. */
    public void kill() throws InterruptedException {
        Process process = server;
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Ends the server by SIGTERM, and by SIGKILL if it has not ended in time; ends the script too. */
    public void stop(Duration limit) throws InterruptedException {
        Process preparing = script;
        if (preparing != null) {
            preparing.descendants().forEach(ProcessHandle::destroyForcibly);
            preparing.destroyForcibly();
        }
        Process process = server;
        if (process != null) {
            process.destroy();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /** Returns whether the process of the server exists. */
    public boolean runs() {
        return server != null && server.isAlive();
    }

    /** Returns whether a script makes data. */
    public boolean prepares() {
        return script != null && script.isAlive();
    }

    /**
     * Returns whether the node has no data. Data whose making was interrupted does not count: no client has seen it.
     */
    public boolean isEmpty() {
        return !Files.exists(data.resolve(".initialised")) && !isRestoring();
    }

    /** Returns whether a restore into this node was interrupted. */
    public boolean isRestoring() {
        return Files.exists(data.resolve(".restoring"));
    }

    /** Returns the identity of the present run, which no other run has. */
    public String incarnation() {
        return incarnation;
    }

    /** Runs a task when the server or a script ends. */
    public void onEnd(Runnable task) {
        ended = task;
    }

    private Process run(List<String> line) {
        try {
            Process process = new ProcessBuilder(line).redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT).start();
            Thread.ofVirtual().name("end-of-" + line.getFirst()).start(() -> reportEnd(process));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reportEnd(Process process) {
        try {
            process.waitFor();
            ended.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
