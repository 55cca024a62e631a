package com.foobar.database.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Starts and checks replication on the replica. */
final class Replication {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(25);

    private Replication() {}

    /**
     * Makes the replica follow the primary, starting after the last transaction that the replica has. The primary need
     * not be up.
     */
    static void start(EmbeddedNode replica, int primaryPort, DatabaseAccounts accounts) {
        DatabaseAccount account = accounts.replication();
        try (Connection connection = replica.connect(accounts.administrator());
                Statement statement = connection.createStatement()) {
            statement.execute("STOP SLAVE");
            statement.execute("CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT=" + primaryPort + ", MASTER_USER='"
                    + account.username() + "', MASTER_PASSWORD='" + account.password()
                    + "', MASTER_USE_GTID=slave_pos, MASTER_CONNECT_RETRY=1, MASTER_SSL=0");
            statement.execute("START SLAVE");
        } catch (SQLException e) {
            throw new EmbeddedDatabaseException("The replica cannot be told to replicate.", e);
        }
    }

    /** Waits until the replica both receives and applies transactions. */
    static void awaitRunning(EmbeddedNode replica, DatabaseAccounts accounts) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        try (Connection connection = replica.connect(accounts.administrator());
                Statement statement = connection.createStatement()) {
            while (!runs(statement)) {
                if (System.nanoTime() > deadline) {
                    throw new EmbeddedDatabaseException("The replica does not replicate: " + error(statement)
                            + ". Delete its folder to have it made again from the primary.");
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        } catch (SQLException e) {
            throw new EmbeddedDatabaseException("The replica does not say whether it replicates.", e);
        }
    }

    private static boolean runs(Statement statement) throws SQLException {
        try (ResultSet status = statement.executeQuery("SHOW REPLICA STATUS")) {
            return status.next() && "Yes".equals(status.getString("Slave_IO_Running"))
                    && "Yes".equals(status.getString("Slave_SQL_Running"));
        }
    }

    private static String error(Statement statement) throws SQLException {
        try (ResultSet status = statement.executeQuery("SHOW REPLICA STATUS")) {
            return status.next() ? status.getString("Last_IO_Error") + status.getString("Last_SQL_Error") : "";
        }
    }
}
