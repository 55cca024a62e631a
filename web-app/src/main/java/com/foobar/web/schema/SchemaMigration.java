package com.foobar.web.schema;

import java.time.Duration;
import java.util.Optional;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.datasource.UserCredentialsDataSourceAdapter;
import org.springframework.stereotype.Component;

import com.foobar.web.background.BackgroundWork;

/**
 * Runs the database migrations in the background and repeats them until they succeed, so that the site starts even if
 * there is no database. Two instances may run them at the same time: Flyway holds a lock in the database meanwhile.
 */
@Component
@EnableConfigurationProperties(SchemaProperties.class)
class SchemaMigration extends BackgroundWork implements Schema {

    private static final Logger logger = LoggerFactory.getLogger(SchemaMigration.class);

    private final Flyway flyway;
    private final SchemaProperties properties;
    private volatile boolean ready;
    private String lastReason = "";

    SchemaMigration(DataSource dataSource, SchemaProperties properties) {
        super("schema-migration");
        this.properties = properties;
        UserCredentialsDataSourceAdapter account = new UserCredentialsDataSourceAdapter();
        account.setTargetDataSource(dataSource);
        if (properties.user() != null) {
            account.setUsername(properties.user());
            account.setPassword(properties.password());
        }
        this.flyway = Flyway.configure().dataSource(account).load();
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    protected Optional<Duration> step() {
        try {
            flyway.migrate();
            ready = true;
            return Optional.empty();
        } catch (FlywayException e) {
            logOnce(String.valueOf(e.getMessage()));
            return Optional.of(properties.retryInterval());
        }
    }

    /** Logs each reason once: the next try is half a second later, and the primary may be unreachable for hours. */
    private void logOnce(String reason) {
        if (!reason.equals(lastReason)) {
            logger.warn("The schema is not up to date yet, and is tried again: {}", reason);
            lastReason = reason;
        }
    }
}
