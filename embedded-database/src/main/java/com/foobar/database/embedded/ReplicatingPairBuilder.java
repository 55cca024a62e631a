package com.foobar.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import com.foobar.database.embedded.ServerOptions.Role;
import com.foobar.folder.DirectoryLock;
import com.foobar.process.LoopbackPorts;

/** The settings of a pair: its folders, its ports and whether it starts without data. */
public final class ReplicatingPairBuilder {

    private @Nullable Path dataDirectory;
    private Path binaries = Path.of(System.getProperty("user.home"), ".cache", "foobar");
    private boolean clear;
    private int primaryPort;
    private int replicaPort;
    private Consumer<String> progress = step -> {};

    ReplicatingPairBuilder() {}

    /**
     * Sets the folder of the data and the passwords. It is created if it does not exist; a later pair with the same
     * folder has the same data and passwords. Required.
     */
    public ReplicatingPairBuilder dataDirectory(Path directory) {
        this.dataDirectory = directory.toAbsolutePath().normalize();
        return this;
    }

    /**
     * Sets the folder that the server programs are unpacked to (330 MB), once for all pairs. The default is
     * {@code ~/.cache/foobar}.
     */
    public ReplicatingPairBuilder binariesDirectory(Path directory) {
        this.binaries = directory.toAbsolutePath().normalize();
        return this;
    }

    /** Sets the primary's port on 127.0.0.1; 0, the default, selects a free port. */
    public ReplicatingPairBuilder primaryPort(int port) {
        this.primaryPort = port;
        return this;
    }

    /** Sets the replica's port on 127.0.0.1; 0, the default, selects a free port. */
    public ReplicatingPairBuilder replicaPort(int port) {
        this.replicaPort = port;
        return this;
    }

    /** Sets whether all data of earlier runs is deleted first; the passwords are kept. The default is false. */
    public ReplicatingPairBuilder clear(boolean clearFirst) {
        this.clear = clearFirst;
        return this;
    }

    /** Sets a listener that receives a short text for each step that takes a while. Any thread may call it. */
    public ReplicatingPairBuilder progress(Consumer<String> listener) {
        this.progress = listener;
        return this;
    }

    /**
     * Starts both nodes and returns when the replica replicates. Servers of an earlier run that still use the same data
     * are ended first.
     *
     * @throws EmbeddedDatabaseException if there is no server for the platform, the folder or a port is in use, or a
     *             server does not start
     * @throws IllegalStateException if no data directory is set
     */
    public ReplicatingPair start() {
        Path directory = dataDirectory;
        if (directory == null) {
            throw new IllegalStateException("A pair needs a data directory.");
        }
        Installation installation = Unpacking.installation(Platform.current(), binaries, progress);
        DirectoryLock lock = DirectoryLock.take(directory, Duration.ZERO)
                .orElseThrow(() -> new EmbeddedDatabaseException("The folder " + directory
                        + " is in use by another run: stop that one first, or choose another folder."));
        try {
            return start(directory, installation, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private ReplicatingPair start(Path directory, Installation installation, DirectoryLock lock) {
        DatabaseAccounts accounts = DatabaseAccounts.of(directory);
        int firstPort = primaryPort == 0 ? anyFreePort(replicaPort) : primaryPort;
        int secondPort = replicaPort == 0 ? anyFreePort(firstPort) : replicaPort;
        EmbeddedNode primary = new EmbeddedNode(
                new ServerOptions(installation, new NodeFolder(directory.resolve("primary")), Role.PRIMARY), firstPort,
                accounts, node -> {});
        EmbeddedNode replica = new EmbeddedNode(
                new ServerOptions(installation, new NodeFolder(directory.resolve("replica")), Role.REPLICA), secondPort,
                accounts,
                node -> Replication.start(node, firstPort, accounts));
        ReplicatingPair pair = new ReplicatingPair(lock, primary, replica, accounts);
        try {
            progress.accept("Starting the MariaDB primary on port " + firstPort + " and its replica on " + secondPort);
            if (clear) {
                clear(primary);
                clear(replica);
            }
            startBoth(primary, replica);
            Replication.awaitRunning(replica, accounts);
            return pair;
        } catch (RuntimeException e) {
            pair.close();
            throw e;
        }
    }

    private static void clear(EmbeddedNode node) {
        node.endLeftover();
        try {
            node.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("The data of the MariaDB " + node.name() + " cannot be deleted.", e);
        }
    }

    private static int anyFreePort(int other) {
        return LoopbackPorts.free().filter(port -> port != other).findFirst().orElseThrow();
    }

    private static void startBoth(EmbeddedNode primary, EmbeddedNode replica) {
        CompletableFuture<Void> replicaStart = CompletableFuture.runAsync(replica::start);
        try {
            primary.start();
        } finally {
            // Waits even if the primary failed: a node must not be stopped while another thread starts it.
            replicaStart.exceptionally(e -> null).join();
        }
        rethrow(replicaStart);
    }

    private static void rethrow(CompletableFuture<Void> start) {
        try {
            start.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof EmbeddedDatabaseException sentence ? sentence : e;
        }
    }
}
