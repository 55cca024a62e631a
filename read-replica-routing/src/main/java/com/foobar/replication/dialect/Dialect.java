package com.foobar.replication.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.gtid.GtidSet;

/**
 * Everything that differs between the kinds of database server. Implementations keep no state about the user of a
 * connection.
 */
public interface Dialect {

    /**
     * Returns the dialect for a JDBC URL.
     *
     * @throws IllegalArgumentException if no dialect supports the URL
     */
    static Dialect of(String url) {
        return Stream.of(new MySqlDialect(), new MariaDbDialect()).filter(dialect -> dialect.speaksTo(url)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A database's URL must begin with jdbc:mysql: or jdbc:mariadb:" + insteadOf(url) + "."));
    }

    /** Returns what the URL begins with, if that is a driver's name; anything else may be part of a password. */
    private static String insteadOf(String url) {
        Matcher driver = Pattern.compile("(jdbc:[a-z0-9]+):.*", Pattern.DOTALL).matcher(url);
        return driver.matches() ? ", and not with " + driver.group(1) : "";
    }

    /** Returns whether a JDBC URL names a server of this kind. */
    boolean speaksTo(String url);

    /** Returns the name of this database product in JDBC metadata and JPA. */
    String productName();

    /**
     * Returns the connection properties for the driver. Parameters of the URL take precedence over them.
     *
     * @param connectTimeout how long opening a connection may take
     * @param socketTimeout how long the server may take to respond; zero means no limit
     */
    Properties driverProperties(Duration connectTimeout, Duration socketTimeout);

    /** Returns the statement that prepares a new connection for an access mode. */
    String initialStatement(AccessMode access);

    /**
     * Asks a server for its role, position, applier state and term.
     *
     * @param termQuery a query for the newest term that the server knows of, or null if there are no terms
     * @throws SQLException if the server does not respond, or if the table with the terms is missing
     *             ({@link #saysTermsMissing})
     */
    Report ask(Connection connection, @Nullable String termQuery) throws SQLException;

    /** Returns whether an error says that the table with the terms does not exist, or not for this account. */
    boolean saysTermsMissing(SQLException error);

    /**
     * Parses a position that a server of this kind wrote.
     *
     * @throws IllegalArgumentException if the text is not a position of this kind of server
     */
    GtidSet parse(String position);

    /**
     * Waits on a replica until readers see a position there.
     *
     * @return false if the time was up first
     * @throws SQLException if the server does not respond
     */
    boolean await(Connection connection, String position, Duration atMost) throws SQLException;

    /**
     * Returns a tracker of the connection's commits.
     *
     * @param connection a connection of the driver, or a pool's wrapper around it
     * @throws SQLException if the connection is broken
     */
    CommitTracker trackCommits(Connection connection) throws SQLException;

    /** Returns whether an error says that the server no longer has the role that it had; false for null. */
    boolean saysRoleChanged(@Nullable SQLException error);
}
