package com.foobar.mysql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

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

    private static final List<String> NODES = List.of("mysql-1", "mysql-2");
    private static final Set<Integer> REFUSALS = Set.of(1290, 1836);
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(50);
    private static final long CLOSED = -1;

    /** The newest term that each node knows while it accepts writes, or {@link #CLOSED}. */
    private final Map<String, Long> terms = new ConcurrentHashMap<>();
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
        NODES.forEach(node -> Thread.ofPlatform().daemon().start(() -> writer.probe(node)));
        for (long number = 1;; number++) {
            String primary = writer.primary();
            if (primary != null) {
                System.out.println(writer.write(number, primary));
            }
            Thread.sleep(pause);
        }
    }

    /** Asks a node again and again whether it accepts writes, and in which term. */
    private void probe(String node) {
        while (true) {
            try (Connection connection = connect(node);
                    Statement statement = connection.createStatement()) {
                while (true) {
                    terms.put(node, term(statement));
                    Thread.sleep(PROBE_INTERVAL);
                }
            } catch (SQLException e) {
                terms.put(node, CLOSED);
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(PROBE_INTERVAL.toNanos());
        }
    }

    private static long term(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT @@global.super_read_only, (SELECT COALESCE(MAX(term), 0) FROM failover.terms)")) {
            row.next();
            return row.getBoolean(1) ? CLOSED : row.getLong(2);
        }
    }

    private @Nullable String primary() {
        return NODES.stream().filter(node -> terms.getOrDefault(node, CLOSED) > CLOSED)
                .max(Comparator.comparing(terms::get)).orElse(null);
    }

    private String write(long number, String node) {
        String fate;
        try (Statement statement = connection(node).createStatement()) {
            statement.executeUpdate("INSERT INTO foobar.ledger VALUES ('" + client + "', " + number + ")");
            fate = "stored";
        } catch (SQLException e) {
            fate = REFUSALS.contains(e.getErrorCode()) ? "refused" : "unknown";
            // Only the probe may wait for a server that fails, so that this client can go on to the other node.
            terms.put(node, CLOSED);
            disconnect(node);
        }
        return Instant.now().toEpochMilli() + " " + fate + " " + number + " " + node;
    }

    private Connection connection(String node) throws SQLException {
        Connection open = connections.get(node);
        if (open == null) {
            open = connect(node);
            connections.put(node, open);
        }
        return open;
    }

    private static Connection connect(String node) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "application");
        properties.setProperty("password", password());
        properties.setProperty("connectTimeout", "200");
        properties.setProperty("socketTimeout", "400");
        return DriverManager.getConnection("jdbc:mysql://" + node + ":3306/?sslMode=REQUIRED", properties);
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
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
