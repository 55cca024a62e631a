package com.foobar.replication.node;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static com.foobar.replication.pair.Patience.await;

class ProberTests {

    private static final String URL = "jdbc:mysql:a-driver-with-a-fault";

    @Test
    void aNodeIsAskedAgainWhateverItsDriverThrows() throws SQLException {
        FaultyDriver driver = new FaultyDriver();
        DriverManager.registerDriver(driver);
        Credentials account = new Credentials("foobar", "");
        try (Cluster cluster = new Cluster(List.of(new NodeAddress("faulty", URL)), account,
                new ConnectionPoolProperties(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)),
                new SimpleMeterRegistry(), System::nanoTime)) {
            Probers probers = new Probers(cluster, account, Duration.ofMillis(10), Duration.ofSeconds(1), null);
            probers.start(Duration.ofSeconds(10));

            await().until(() -> cluster.nodes().getFirst().state().misses() > 3);

            probers.stop();
        } finally {
            DriverManager.deregisterDriver(driver);
        }
    }

    private static final class FaultyDriver implements Driver {

        @Override
        public Connection connect(String url, Properties properties) {
            if (url.equals(URL)) {
                throw new IllegalStateException("A fault of the driver.");
            }
            return null;
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.equals(URL);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getLogger(FaultyDriver.class.getName());
        }
    }
}
