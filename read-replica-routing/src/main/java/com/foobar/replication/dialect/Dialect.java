package com.foobar.replication.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.gtid.GtidSet;

/** All that differs between the kinds of database server. Implementations keep no state of a connection's user. */
public interface Dialect {

    /**
     * The dialect of the server that a JDBC URL names.
     *
     * @throws IllegalArgumentException where none knows it
     */
    static Dialect of(String url) {
        return Stream.of(new MySqlDialect(), new MariaDbDialect()).filter(dialect -> dialect.speaksTo(url)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A database's URL must begin with jdbc:mysql: or jdbc:mariadb:, and this one does not: "
                                + url));
    }

    /** Whether a JDBC URL names such a server. */
    boolean speaksTo(String url);

    /** What JDBC metadata and JPA call such a server. */
    String productName();

    /**
     * What the driver is told; what the URL says itself comes first.
     *
     * @param socketTimeout how long an answer may take; zero is for ever
     */
    Properties driverProperties(Duration connectTimeout, Duration socketTimeout);

    /** A statement that prepares a new connection for its use. */
    String initialStatement(AccessMode access);

    /**
     * Asks a server about itself.
     *
     * @throws SQLException where it does not answer
     */
    Report ask(Connection connection) throws SQLException;

    /**
     * Reads a position that a server of this kind wrote.
     *
     * @throws IllegalArgumentException where the text is none
     */
    GtidSet parse(String position);

    /**
     * Waits on a replica until readers see a position there.
     *
     * @return false where the time was up first
     * @throws SQLException where the server does not answer
     */
    boolean await(Connection connection, String position, Duration atMost) throws SQLException;

    /**
     * Watches the commits of a connection, which may be a pool's wrapper around it.
     *
     * @throws SQLException where the connection is broken
     */
    CommitTracker trackCommits(Connection connection) throws SQLException;

    /** Whether an error says that the server no longer has the role that it had. */
    boolean saysRoleChanged(@Nullable SQLException error);
}
