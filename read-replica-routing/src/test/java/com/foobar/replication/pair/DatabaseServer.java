package com.foobar.replication.pair;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import com.foobar.replication.pair.DatabasePair.Login;

/** A node of a pair: the server, and the cable between the application and the server. */
public abstract class DatabaseServer {

    private final String name;
    private final Cable cable;

    DatabaseServer(String name, Cable cable) {
        this.name = name;
        this.cable = cable;
    }

    public final String name() {
        return name;
    }

    /** Returns the URL for the application; it stays the same whatever happens to the server. */
    public final String url() {
        return url(cable.port());
    }

    public final Cable cable() {
        return cable;
    }

    /** Connects as administrator, directly and not through the application's cable. */
    public abstract Connection administer() throws SQLException;

    /** Connects through the application's cable. */
    public final Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(url(), login.username(), login.password());
    }

    /** Executes statements as administrator. */
    public final void execute(String... statements) throws SQLException {
        try (Connection connection = administer();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Kills the server like a crash. */
    public abstract void kill();

    /** Starts the server and returns when it responds; does nothing if it runs. */
    public abstract void start();

    abstract String url(int port);
}
