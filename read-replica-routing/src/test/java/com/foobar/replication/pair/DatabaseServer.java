package com.foobar.replication.pair;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import com.foobar.replication.pair.DatabasePair.Login;

/** A node of a pair: the server, and the cable to it. */
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

    /** Where the application finds it; the same for ever, whatever happens to the server. */
    public final String url() {
        return url(cable.port());
    }

    public final Cable cable() {
        return cable;
    }

    /** Signs in as one who may do anything, by a cable of one's own. */
    public abstract Connection administer() throws SQLException;

    /** Signs in by the application's cable. */
    public final Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(url(), login.username(), login.password());
    }

    /** Does something that only the administrator may. */
    public final void execute(String... statements) throws SQLException {
        try (Connection connection = administer();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Ends it as a crash would. */
    public abstract void kill();

    /** Starts it and returns when it answers; does nothing where it runs. */
    public abstract void start();

    abstract String url(int port);
}
