package com.foobar.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * The exclusive right to use a folder, which only one run has at a time. If the JVM is killed, the operating system
 * releases the lock.
 */
public final class DirectoryLock implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, and waits for another run to release it.
     *
     * @param directory the folder; it is created if it does not exist
     * @param patience how long to wait; zero means not at all
     * @return the lock, or empty if another run still has it
     * @throws UncheckedIOException if the folder cannot be written
     */
    public static Optional<DirectoryLock> take(Path directory, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<DirectoryLock> lock = tryTake(directory);
        while (lock.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
            lock = tryTake(directory);
        }
        return lock;
    }

    private static Optional<DirectoryLock> tryTake(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DirectoryLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + directory + " cannot be written.", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
