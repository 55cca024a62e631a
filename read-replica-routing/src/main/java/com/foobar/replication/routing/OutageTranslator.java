package com.foobar.replication.routing;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

import com.foobar.replication.node.Cluster;

/**
 * Tells users of Spring's JDBC classes that the database is unavailable, whatever a driver called it; any other error
 * is Spring's.
 */
public final class OutageTranslator implements SQLExceptionTranslator {

    private final Cluster cluster;
    private final SQLExceptionTranslator others = new SQLExceptionSubclassTranslator();

    public OutageTranslator(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
        return Outage.caused(failure, cluster) ? new DatabaseUnavailableException(failure)
                : others.translate(task, sql, failure);
    }
}
