package com.foobar.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Finds and ends a process that an earlier run left running. */
public final class Leftover {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration PID_FILE_DELAY = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);

    private final ProcessHandle process;
    private final Path pidFile;
    private final String mark;

    private Leftover(ProcessHandle process, Path pidFile, String mark) {
        this.process = process;
        this.pidFile = pidFile;
        this.mark = mark;
    }

    /**
     * Ends the process that a pid file names, if it still runs, and waits until it has ended. The system reuses process
     * ids, so another process that has this id now is left alone.
     *
     * @param pidFile the file of {@link ProcessPlan#pidFile()}; it need not exist
     * @param mark an argument that is only on the command line of the process that was started
     * @return whether there was such a process
     * @throws UncheckedIOException if the pid file cannot be read
     */
    public static boolean end(Path pidFile, String mark) {
        Optional<Leftover> found = PidFile.read(pidFile).flatMap(ProcessHandle::of)
                .map(process -> new Leftover(process, pidFile, mark)).filter(Leftover::runs);
        found.ifPresent(Leftover::end);
        return found.isPresent();
    }

    private boolean runs() {
        if (!process.isAlive()) {
            return false;
        }
        // Windows does not show the arguments of another process, so there the start time decides. On other systems a
        // process without arguments has ended and only waits for its parent to notice.
        return File.separatorChar == '\\'
                ? process.info().startInstant().filter(this::startedWithPidFile).isPresent()
                : process.info().commandLine().filter(line -> line.contains(mark)).isPresent();
    }

    private boolean startedWithPidFile(Instant start) {
        try {
            Instant written = Files.getLastModifiedTime(pidFile).toInstant();
            return Duration.between(start, written).abs().compareTo(PID_FILE_DELAY) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        process.destroy();
        awaitEnd();
        if (runs()) {
            process.destroyForcibly();
            awaitEnd();
        }
    }

    private void awaitEnd() {
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (runs() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
