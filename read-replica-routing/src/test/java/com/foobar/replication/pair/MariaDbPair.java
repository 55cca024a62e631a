package com.foobar.replication.pair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import com.foobar.database.embedded.DatabaseAccount;
import com.foobar.database.embedded.EmbeddedNode;
import com.foobar.database.embedded.ReplicatingPair;

/** A pair of MariaDB processes on this machine, shared by all tests of a JVM. */
public final class MariaDbPair implements DatabasePair {

    private static final class Holder {

        static final MariaDbPair INSTANCE = new MariaDbPair();
    }

    private final ReplicatingPair pair;
    private final DatabaseServer primary;
    private final DatabaseServer replica;

    private MariaDbPair() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "mariadb");
            pair = ReplicatingPair.builder().dataDirectory(directory).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(pair::close));
        primary = new Server("mariadb-primary", pair.primary());
        replica = new Server("mariadb-replica", pair.replica());
    }

    /** Returns the pair; the first call starts it. */
    public static MariaDbPair get() {
        return Holder.INSTANCE;
    }

    @Override
    public DatabaseServer primary() {
        return primary;
    }

    @Override
    public DatabaseServer replica() {
        return replica;
    }

    @Override
    public Login application() {
        return login(pair.application());
    }

    @Override
    public Login migration() {
        return login(pair.migration());
    }

    @Override
    public void stopApplier() throws SQLException {
        replica.execute("STOP SLAVE SQL_THREAD");
    }

    @Override
    public void stopReceiver() throws SQLException {
        replica.execute("STOP SLAVE IO_THREAD");
    }

    @Override
    public void swapRoles() throws SQLException {
        primary.execute("SET GLOBAL read_only = 1");
        replica.execute("SET GLOBAL read_only = 0");
    }

    @Override
    public void heal() throws SQLException {
        primary.start();
        replica.start();
        primary.cable().mend();
        replica.cable().mend();
        replica.execute("SET GLOBAL read_only = 1", "START SLAVE");
        primary.execute("SET GLOBAL read_only = 0");
    }

    private static Login login(DatabaseAccount account) {
        return new Login(account.username(), account.password());
    }

    private final class Server extends DatabaseServer {

        private final EmbeddedNode node;

        Server(String name, EmbeddedNode node) {
            super(name, new Cable(node::port));
            this.node = node;
        }

        @Override
        public Connection administer() throws SQLException {
            return node.connect(pair.administrator());
        }

        @Override
        public void kill() {
            node.kill();
        }

        @Override
        public void start() {
            node.start();
        }

        @Override
        String url(int port) {
            return "jdbc:mariadb://127.0.0.1:" + port + "/foobar";
        }
    }
}
