package com.foobar.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The file with the id of a process. It still exists after the JVM that started the process has ended. */
final class PidFile {

    private static final long POLL_NANOS = 2_000_000;

    private PidFile() {}

    static void write(Path file, long pid) throws IOException {
        Files.writeString(file, pid + "\n");
    }

    /** Returns the id in the file; empty if there is no file or its content is incomplete. */
    static Optional<Long> read(Path file) {
        try {
            String text = Files.readString(file);
            return text.matches("\\d{1,18}\\R") ? Optional.of(Long.valueOf(text.strip())) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the guard has written the id of its child, and returns the child. If the guard ends without writing
     * an id, the guard's own handle is returned instead.
     */
    static ProcessHandle await(Path file, Process guard) {
        while (true) {
            Optional<ProcessHandle> child = read(file).flatMap(ProcessHandle::of);
            if (child.isPresent() || !guard.isAlive()) {
                return child.orElseGet(guard::toHandle);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
