package com.foobar.mysql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * A program that writes consecutive numbers to the primary, and prints what it was told of each. It runs in a container
 * of the database tier, with the Java and the driver of the node's image. Of several writable nodes it writes to the
 * one with the newest term, as the web-apps do.
 *
 * <p>
 * Each line is the time in milliseconds, {@code stored}, {@code refused} or {@code unknown}, the number and the node.
 * It writes no number twice: a number whose fate is unknown may have been stored.
 */
final class LedgerWriter {

    private static final String[] NODES = { "mysql-1", "mysql-2" };
    private static final Set<Integer> REFUSALS = Set.of(1290, 1836);

    private final Map<String, Connection> connections = new HashMap<>();
    private final String client;

    private LedgerWriter(String client) {
        this.client = client;
    }

    /**
     * Writes until it is ended. The arguments are the name of the client and the pause between writes in milliseconds.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Duration pause = Duration.ofMillis(Long.parseLong(arguments[1]));
        LedgerWriter writer = new LedgerWriter(arguments[0]);
        for (long number = 1;; number++) {
            String primary = writer.primary();
            if (primary != null) {
                System.out.println(writer.write(number, primary));
            }
            Thread.sleep(pause);
        }
    }

    /** Returns the node to write to: the node that was written to last, while it accepts writes. */
    private String primary() {
        String best = null;
        long bestTerm = -1;
        for (String node : NODES) {
            try (Statement statement = connection(node).createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT @@global.super_read_only, (SELECT COALESCE(MAX(term), 0) FROM failover.terms)")) {
                row.next();
                if (!row.getBoolean(1) && row.getLong(2) > bestTerm) {
                    best = node;
                    bestTerm = row.getLong(2);
                }
            } catch (SQLException e) {
                disconnect(node);
            }
        }
        return best;
    }

    private String write(long number, String node) {
        String fate;
        try (Statement statement = connection(node).createStatement()) {
            statement.executeUpdate("INSERT INTO foobar.ledger VALUES ('" + client + "', " + number + ")");
            fate = "stored";
        } catch (SQLException e) {
            fate = REFUSALS.contains(e.getErrorCode()) ? "refused" : "unknown";
            disconnect(node);
        }
        return Instant.now().toEpochMilli() + " " + fate + " " + number + " " + node;
    }

    private Connection connection(String node) throws SQLException {
        Connection open = connections.get(node);
        if (open == null) {
            Properties properties = new Properties();
            properties.setProperty("user", "application");
            properties.setProperty("password", password());
            properties.setProperty("connectTimeout", "200");
            properties.setProperty("socketTimeout", "400");
            open = DriverManager.getConnection("jdbc:mysql://" + node + ":3306/?sslMode=REQUIRED", properties);
            connections.put(node, open);
        }
        return open;
    }

    private void disconnect(String node) {
        try {
            Connection open = connections.remove(node);
            if (open != null) {
                open.abort(Runnable::run);
            }
        } catch (SQLException e) {
            // The connection is given up in any case.
        }
    }

    private static String password() throws SQLException {
        try {
            return Files.readString(Path.of("/run/secrets/mysql/application"));
        } catch (java.io.IOException e) {
            throw new SQLException(e);
        }
    }
}
