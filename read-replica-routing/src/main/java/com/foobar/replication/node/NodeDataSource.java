package com.foobar.replication.node;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

import org.springframework.jdbc.datasource.AbstractDataSource;

import com.foobar.replication.dialect.Dialect;

/** Opens a new connection to a node on each call; keeps none. */
final class NodeDataSource extends AbstractDataSource {

    private final NodeAddress address;
    private final Credentials account;
    private final Duration connectTimeout;
    private final Duration socketTimeout;

    NodeDataSource(NodeAddress address, Credentials account, Duration connectTimeout, Duration socketTimeout) {
        this.address = address;
        this.account = account;
        this.connectTimeout = connectTimeout;
        this.socketTimeout = socketTimeout;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(account.username(), account.password());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        Properties properties = Dialect.of(address.url()).driverProperties(connectTimeout, socketTimeout);
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        // If no driver takes the URL, this call fails with a message that does not contain the URL and its secrets.
        DriverManager.getDriver(address.url());
        return DriverManager.getConnection(address.url(), properties);
    }

    /**
     * Ignores the timeout that the pool sets: to pass it on would change it for the whole JVM, since
     * {@link DriverManager} has only one login timeout.
     */
    @Override
    public void setLoginTimeout(int seconds) {
        logger.trace("The node's own time-outs hold.");
    }
}
