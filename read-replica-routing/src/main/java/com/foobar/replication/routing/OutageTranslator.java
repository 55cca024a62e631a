package com.foobar.replication.routing;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

import com.foobar.replication.node.Cluster;

/**
 * Translates errors for users of Spring's JDBC classes: an outage becomes the exception for an unavailable database,
 * whatever error the driver reported. Spring's own translator handles all other errors.
 */
public final class OutageTranslator implements SQLExceptionTranslator {

    private final Cluster cluster;
    private final SQLExceptionTranslator others = new SQLExceptionSubclassTranslator();

    /** Creates a translator that asks the cluster's dialect which errors are outages. */
    public OutageTranslator(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
        return Outage.caused(failure, cluster) ? new DatabaseUnavailableException(failure)
                : others.translate(task, sql, failure);
    }
}
