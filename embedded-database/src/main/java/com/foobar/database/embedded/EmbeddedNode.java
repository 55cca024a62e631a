package com.foobar.database.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import com.foobar.folder.Trees;
import com.foobar.process.GuardedProcess;
import com.foobar.process.Leftover;
import com.foobar.process.LoopbackPorts;
import com.foobar.process.ProcessPlan;

/**
 * A server of the pair. It can be stopped, killed and started again, each time on the same port and data.
 *
 * <p>
 * Not thread-safe: only one thread at a time may use a node.
 */
public final class EmbeddedNode {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(25);

    private final ServerOptions options;
    private final NodeFolder folder;
    private final int port;
    private final DatabaseAccounts accounts;
    private final Consumer<EmbeddedNode> afterStart;
    private @Nullable GuardedProcess server;

    EmbeddedNode(ServerOptions options, int port, DatabaseAccounts accounts,
            Consumer<EmbeddedNode> afterStart) {
        this.options = options;
        this.folder = options.folder();
        this.port = port;
        this.accounts = accounts;
        this.afterStart = afterStart;
    }

    /** Returns the role that the node was created for: {@code primary} or {@code replica}. */
    public String name() {
        return options.role().name().toLowerCase(Locale.ROOT);
    }

    /** Returns the TCP port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Returns the JDBC URL of the database {@code foobar} on this node. */
    public String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/foobar";
    }

    /** Returns whether the server's process runs. */
    public boolean isRunning() {
        return server != null && server.isAlive();
    }

    /**
     * Opens a connection to the database {@code foobar} on this node; waits at most 5 seconds for the server.
     *
     * @throws SQLException if the server does not respond or refuses the account
     */
    public Connection connect(DatabaseAccount account) throws SQLException {
        return DriverManager.getConnection(jdbcUrl() + "?connectTimeout=5000", account.username(), account.password());
    }

    /**
     * Starts the server and waits until it responds; does nothing if it runs.
     *
     * @throws EmbeddedDatabaseException if the port is in use, or the server does not start
     */
    public void start() {
        if (isRunning()) {
            return;
        }
        endLeftover();
        if (!LoopbackPorts.isFree(port)) {
            throw new EmbeddedDatabaseException("Port " + port + " for the MariaDB " + name()
                    + " is in use: stop what listens there, or choose another port.");
        }
        InitialData.ensure(options, accounts);
        GuardedProcess started = GuardedProcess.start(new ProcessPlan(options.toServe(port), Map.of(),
                folder.root(), folder.log(), folder.pidFile(), GRACE));
        server = started;
        awaitAnswer(started);
        afterStart.accept(this);
    }

    /** Ends a server of an earlier run that still uses the same data. */
    void endLeftover() {
        Leftover.end(folder.pidFile(), options.mark());
    }

    /** Deletes all files of the node, which must not run. */
    void clear() throws IOException {
        Trees.delete(folder.root());
    }

    private void awaitAnswer(GuardedProcess started) {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!answers()) {
            if (!started.isAlive()) {
                throw new EmbeddedDatabaseException(
                        "The MariaDB " + name() + " ended while it started: " + ErrorLog.of(folder.log()));
            }
            if (System.nanoTime() > deadline) {
                throw new EmbeddedDatabaseException("The MariaDB " + name() + " did not answer within "
                        + START_TIMEOUT.toSeconds() + " s: " + ErrorLog.of(folder.log()));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean answers() {
        try (Connection connection = connect(accounts.administrator())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Shuts the server down regularly, and waits until it has ended. */
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }

    /** Kills the server like a crash, and waits until it has ended. */
    public void kill() {
        if (server != null) {
            server.kill();
        }
    }
}
