package com.foobar.failover.mysql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import com.foobar.failover.protocol.Roles;

/** Asks this node's server for its state and changes it, over its administrative interface, which is never full. */
public final class MysqlServer {

    /** How long the server may take to respond to a question. */
    private static final int QUESTION_MILLIS = 1_000;
    /** How long it may take to change its state: to stop the receiver takes as long as its connection attempt. */
    private static final int CHANGE_MILLIS = 10_000;
    /** How long closing waits for commits that have begun. */
    private static final int CLOSE_SECONDS = 2;
    private static final int NO_SUCH_TABLE = 1146;
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final String url;
    private final Path secrets;
    private @Nullable Connection connection;

    /**
     * Creates a client that is not connected.
     *
     * @param port of the administrative interface, on the loopback address
     * @param secrets the directory with the passwords and the authority's certificate
     */
    public MysqlServer(int port, Path secrets) {
        this.url = "jdbc:mysql://127.0.0.1:" + port + "/";
        this.secrets = secrets;
    }

    /**
     * Returns the state of the server.
     *
     * @param peerUuid the identity that the other node's server gives to the transactions that it commits
     * @param peerExecuted the transactions that it has executed, as a GTID set
     * @param earlier transactions that this server had received earlier, as a GTID set
     * @throws SQLException if the server does not respond in time
     */
    public ServerState ask(String peerUuid, String peerExecuted, String earlier) throws SQLException {
        Connection open = connect(QUESTION_MILLIS);
        try (Statement statement = open.createStatement()) {
            ReplicaStatus replica = replicaStatus(statement);
            BinlogPosition end = end(statement);
            long term = term(statement);
            try (PreparedStatement question = open.prepareStatement("""
                    SELECT @@global.read_only, @@global.rpl_semi_sync_source_enabled, @@global.server_uuid,
                      @@global.gtid_executed, GTID_SUBSET(?, @@global.gtid_executed),
                      GTID_SUBSET(?, @@global.gtid_executed),
                      GTID_SUBTRACT(@@global.gtid_executed, ?),
                      MAX(IF(variable_name = 'Rpl_semi_sync_source_clients', variable_value, NULL)),
                      MAX(IF(variable_name = 'Rpl_semi_sync_source_wait_sessions', variable_value, NULL)),
                      MAX(IF(variable_name = 'Rpl_semi_sync_source_yes_tx', variable_value, NULL))
                    FROM performance_schema.global_status WHERE variable_name LIKE 'Rpl\\_semi\\_sync\\_source%'""")) {
                question.setString(1, replica.retrieved());
                question.setString(2, earlier);
                question.setString(3, known(peerUuid, peerExecuted));
                try (ResultSet row = question.executeQuery()) {
                    row.next();
                    return new ServerState(!row.getBoolean(1), row.getBoolean(2), row.getString(3),
                            oneLine(row.getString(4)), row.getBoolean(5), row.getBoolean(6), oneLine(row.getString(7)),
                            row.getLong(8), row.getLong(9), row.getLong(10), term, end, replica);
                }
            }
        } catch (SQLException e) {
            disconnect();
            throw e;
        }
    }

    /**
     * Returns the names of the binary logs that hold any of these transactions, newest first.
     *
     * @param transactions a GTID set
     */
    public List<String> binaryLogsWith(String transactions) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connect(CHANGE_MILLIS).createStatement();
                ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
            while (row.next()) {
                names.addFirst(row.getString(1));
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (!beganWithAny(names.get(i), transactions)) {
                return names.subList(0, i + 1);
            }
        }
        return names;
    }

    /** Returns whether any of the transactions was in an older binary log than this one. */
    private boolean beganWithAny(String name, String transactions) throws SQLException {
        // The second event of each binary log holds the transactions of all older ones.
        try (Statement statement = connect(CHANGE_MILLIS).createStatement();
                ResultSet row = statement.executeQuery("SHOW BINLOG EVENTS IN '" + name + "' LIMIT 1, 1")) {
            String older = row.next() ? oneLine(row.getString("Info")) : "";
            try (PreparedStatement question = connect(CHANGE_MILLIS)
                    .prepareStatement("SELECT GTID_SUBTRACT(?, ?) <> ?")) {
                question.setString(1, transactions);
                question.setString(2, older);
                question.setString(3, transactions);
                try (ResultSet result = question.executeQuery()) {
                    result.next();
                    return result.getBoolean(1);
                }
            }
        }
    }

    /**
     * Accepts writes. The first transaction of a term writes the term, by which clients know a deposed primary: the
     * agent's account may write while {@code read_only} still refuses all others.
     */
    public void open(Roles roles, String reason) throws SQLException {
        change("SET GLOBAL super_read_only = OFF");
        try (PreparedStatement insert = connect(CHANGE_MILLIS).prepareStatement("""
                INSERT INTO failover.terms (term, primary_node, began_at, reason)
                SELECT ?, ?, NOW(3), ? FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM failover.terms WHERE term = ?)""")) {
            insert.setLong(1, roles.term());
            insert.setString(2, roles.primary());
            insert.setString(3, reason);
            insert.setLong(4, roles.term());
            insert.executeUpdate();
        }
        change("SET GLOBAL read_only = OFF", "STOP REPLICA", "RESET REPLICA ALL");
    }

    /**
     * Refuses writes, after the commits that have begun.
     *
     * @return false if they took too long, and the server still accepts writes
     */
    public boolean close() throws SQLException {
        try {
            change("SET SESSION lock_wait_timeout = " + CLOSE_SECONDS, "SET GLOBAL super_read_only = ON");
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                return false;
            }
            throw e;
        }
    }

    /** Lets each commit wait until the other node has received it, or lets commits wait no longer. */
    public void waitForPartner(boolean wait) throws SQLException {
        change("SET GLOBAL rpl_semi_sync_source_enabled = " + (wait ? "ON" : "OFF"));
    }

    /** Follows another node, by GTID and over TLS. A lost connection is tried again each second, for ever. */
    public void follow(String source) throws SQLException {
        change("STOP REPLICA", "RESET REPLICA ALL");
        try (PreparedStatement statement = connect(CHANGE_MILLIS).prepareStatement("""
                CHANGE REPLICATION SOURCE TO SOURCE_HOST = ?, SOURCE_PORT = 3306, SOURCE_AUTO_POSITION = 1,
                  SOURCE_USER = 'replication', SOURCE_PASSWORD = ?, SOURCE_SSL = 1, SOURCE_SSL_CA = ?,
                  SOURCE_SSL_VERIFY_SERVER_CERT = 1, SOURCE_CONNECT_RETRY = 1, SOURCE_RETRY_COUNT = 0,
                  SOURCE_HEARTBEAT_PERIOD = 0.5""")) {
            statement.setString(1, source);
            statement.setString(2, secret("replication"));
            statement.setString(3, secrets.resolve("ca.crt").toString());
            statement.execute();
        }
        change("START REPLICA");
    }

    /** Starts the receiver, and the applier unless an error has stopped it. */
    public void receive(ReplicaStatus replica) throws SQLException {
        change(replica.applierFailed() ? "START REPLICA IO_THREAD" : "START REPLICA");
    }

    /**
     * Stops the receiver: from then on the source gets no acknowledgement from this server. What was received is
     * applied, even if somebody has stopped the applier.
     */
    public void stopReceiving() throws SQLException {
        change("STOP REPLICA IO_THREAD", "START REPLICA SQL_THREAD");
    }

    /** Closes the connection, for a server that has ended or does not respond. */
    public void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                // The connection is given up in any case.
            }
        }
    }

    private void change(String... statements) throws SQLException {
        Connection open = connect(CHANGE_MILLIS);
        try (Statement statement = open.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /**
     * What the other server has executed, and all that it commits itself: it may have published too early to name that.
     */
    private static String known(String peerUuid, String peerExecuted) {
        if (peerUuid.isEmpty()) {
            return peerExecuted;
        }
        return (peerExecuted.isEmpty() ? "" : peerExecuted + ",") + peerUuid + ":1-" + (Long.MAX_VALUE - 1);
    }

    private static String oneLine(String gtids) {
        return gtids.replace("\n", "");
    }

    private static ReplicaStatus replicaStatus(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW REPLICA STATUS")) {
            return row.next()
                    ? new ReplicaStatus(row.getString("Source_Host"), !"No".equals(row.getString("Replica_IO_Running")),
                            "Yes".equals(row.getString("Replica_IO_Running")),
                            new BinlogPosition(row.getString("Source_Log_File"), row.getLong("Read_Source_Log_Pos")),
                            oneLine(row.getString("Retrieved_Gtid_Set")), row.getInt("Last_IO_Errno"),
                            row.getInt("Last_SQL_Errno") != 0)
                    : ReplicaStatus.NONE;
        }
    }

    private static BinlogPosition end(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW BINARY LOG STATUS")) {
            row.next();
            return new BinlogPosition(row.getString("File"), row.getLong("Position"));
        }
    }

    private static long term(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT MAX(term) FROM failover.terms")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE) {
                return 0;
            }
            throw e;
        }
    }

    private Connection connect(int millis) throws SQLException {
        Connection open = connection;
        if (open == null) {
            Properties properties = new Properties();
            properties.setProperty("user", "failover");
            properties.setProperty("password", secret("failover"));
            // The server is this container's own, so its name proves nothing.
            properties.setProperty("sslMode", "REQUIRED");
            properties.setProperty("connectTimeout", Integer.toString(QUESTION_MILLIS));
            properties.setProperty("socketTimeout", Integer.toString(QUESTION_MILLIS));
            open = DriverManager.getConnection(url, properties);
            connection = open;
        }
        open.setNetworkTimeout(Runnable::run, millis);
        return open;
    }

    private String secret(String name) throws SQLException {
        try {
            return Files.readString(secrets.resolve(name)).strip();
        } catch (IOException e) {
            throw new SQLException("The password cannot be read: " + e, e);
        }
    }
}
