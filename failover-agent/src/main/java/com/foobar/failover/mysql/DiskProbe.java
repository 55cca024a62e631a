package com.foobar.failover.mysql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes a small file to the disk of the data again and again, because a server whose disk is full or hangs still
 * responds to queries.
 */
public final class DiskProbe {

    private static final int SIZE = 65_536;

    private final Path file;
    private final Duration interval;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);
    private volatile long lastSuccess = System.nanoTime();

    /** Creates a probe that has not begun. */
    public DiskProbe(Path directory, Duration interval) {
        this.file = directory.resolve(".disk-probe");
        this.interval = interval;
    }

    /** Begins to probe, until the JVM ends. */
    public void start() {
        Thread.ofPlatform().daemon().name("disk-probe").start(() -> {
            while (true) {
                probe();
                LockSupport.parkNanos(interval.toNanos());
            }
        });
    }

    /** Returns for how long no write has succeeded. */
    public Duration sinceSuccess() {
        return Duration.ofNanos(System.nanoTime() - lastSuccess);
    }

    private void probe() {
        // A new file each time: a full disk still lets an old one be written over.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            bytes.clear();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            lastSuccess = System.nanoTime();
        } catch (IOException e) {
            // The time since the last success says it.
        }
    }
}
