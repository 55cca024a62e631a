package com.foobar.replication.pair;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import org.testcontainers.containers.Network;
import org.testcontainers.mysql.MySQLContainer;

import static com.foobar.replication.pair.Patience.await;

/** A pair of MySQL containers, shared by all tests of a JVM. */
public final class MySqlPair implements DatabasePair {

    private static final String IMAGE = "mysql:9.7";
    private static final String SECRET = "only-for-tests";

    private static final class Holder {

        static final MySqlPair INSTANCE = new MySqlPair();
    }

    private final Network network = Network.newNetwork();
    private final Server primary = new Server("mysql-1", container("mysql-1", 1));
    private final Server replica = new Server("mysql-2", container("mysql-2", 2));

    private MySqlPair() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        List.of(primary, replica).parallelStream().forEach(Server::start);
        try {
            replicate();
        } catch (SQLException e) {
            throw new IllegalStateException("The pair does not replicate.", e);
        }
    }

    /** Returns the pair; the first call starts it. */
    public static MySqlPair get() {
        return Holder.INSTANCE;
    }

    private MySQLContainer container(String name, int serverId) {
        MySQLContainer container = new MySQLContainer(IMAGE).withDatabaseName("foobar").withPassword(SECRET)
                .withNetwork(network)
                .withNetworkAliases(name)
                .withCommand("--server-id=" + serverId, "--log-bin=binlog", "--gtid-mode=ON",
                        "--enforce-gtid-consistency=ON", "--innodb-flush-log-at-trx-commit=2", "--sync-binlog=0",
                        "--replica-net-timeout=4");
        return container.withEnv("MYSQL_ROOT_HOST", "%");
    }

    private void replicate() throws SQLException {
        // The image's own setup is in the binary logs of both nodes; it must not be replicated a second time.
        primary.execute("RESET BINARY LOGS AND GTIDS", user("replication"),
                "GRANT REPLICATION SLAVE ON *.* TO replication", user("application"),
                "GRANT SELECT, INSERT, UPDATE, DELETE ON foobar.* TO application",
                "GRANT REPLICATION CLIENT ON *.* TO application", user("migration"),
                "GRANT ALL ON foobar.* TO migration");
        replica.execute("RESET BINARY LOGS AND GTIDS", """
                CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'mysql-1', SOURCE_USER = 'replication',
                SOURCE_PASSWORD = '%s', SOURCE_AUTO_POSITION = 1, SOURCE_SSL = 1, SOURCE_CONNECT_RETRY = 1"""
                .formatted(SECRET), "START REPLICA", "SET GLOBAL super_read_only = 1");
    }

    private static String user(String name) {
        return "CREATE USER %s IDENTIFIED BY '%s'".formatted(name, SECRET);
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
        return new Login("application", SECRET);
    }

    @Override
    public Login migration() {
        return new Login("migration", SECRET);
    }

    @Override
    public void stopApplier() throws SQLException {
        replica.execute("STOP REPLICA SQL_THREAD");
    }

    @Override
    public void stopReceiver() throws SQLException {
        replica.execute("STOP REPLICA IO_THREAD");
    }

    @Override
    public void swapRoles() throws SQLException {
        primary.execute("SET GLOBAL super_read_only = 1");
        replica.execute("SET GLOBAL super_read_only = 0", "SET GLOBAL read_only = 0");
    }

    @Override
    public void heal() throws SQLException {
        primary.start();
        replica.start();
        primary.cable().mend();
        replica.cable().mend();
        replica.execute("SET GLOBAL super_read_only = 1", "START REPLICA");
        primary.execute("SET GLOBAL super_read_only = 0", "SET GLOBAL read_only = 0");
    }

    private void close() {
        replica.container.stop();
        primary.container.stop();
        network.close();
    }

    private static final class Server extends DatabaseServer {

        private final MySQLContainer container;

        Server(String name, MySQLContainer container) {
            super(name, new Cable(() -> port(container)));
            this.container = container;
        }

        /** Returns the container's current port; the engine assigns another port at each start. */
        private static int port(MySQLContainer container) {
            Map<ExposedPort, Ports.Binding[]> bindings = container.getCurrentContainerInfo().getNetworkSettings()
                    .getPorts().getBindings();
            return bindings.entrySet().stream().filter(entry -> entry.getKey().getPort() == MySQLContainer.MYSQL_PORT)
                    .map(entry -> Integer.parseInt(entry.getValue()[0].getHostPortSpec())).findFirst()
                    .orElse(Cable.NOWHERE);
        }

        @Override
        public Connection administer() throws SQLException {
            return DriverManager.getConnection(url(port(container)), "root", SECRET);
        }

        @Override
        public void kill() {
            container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
            await().until(() -> !container.isRunning());
        }

        @Override
        public void start() {
            if (container.getContainerId() == null) {
                container.start();
            } else if (!container.isRunning()) {
                container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
                await().ignoreExceptions().until(() -> {
                    administer().close();
                    return true;
                });
            }
        }

        @Override
        String url(int port) {
            return "jdbc:mysql://127.0.0.1:%d/foobar?sslMode=REQUIRED".formatted(port);
        }
    }
}
