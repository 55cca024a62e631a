package com.foobar.web.schema;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.UserCredentialsDataSourceAdapter;
import org.springframework.stereotype.Component;

/**
 * Runs the database migrations in the background and repeats them until they succeed, so that the site starts even if
 * there is no database. Two instances may run them at the same time: Flyway holds a lock in the database meanwhile.
 */
@Component
@EnableConfigurationProperties(SchemaProperties.class)
class SchemaMigration implements SmartLifecycle, Schema {

    private static final Logger logger = LoggerFactory.getLogger(SchemaMigration.class);

    private final Flyway flyway;
    private final SchemaProperties properties;
    private volatile boolean ready;
    private volatile boolean running;
    private @Nullable Thread worker;

    SchemaMigration(DataSource dataSource, SchemaProperties properties) {
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
    public synchronized void start() {
        running = true;
        worker = Thread.ofVirtual().name("schema-migration").start(this::migrate);
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void migrate() {
        String lastReason = "";
        while (running && !ready) {
            try {
                flyway.migrate();
                ready = true;
            } catch (FlywayException e) {
                lastReason = logOnce(lastReason, String.valueOf(e.getMessage()));
                pause();
            }
        }
    }

    /** Logs each reason once: the next try is half a second later, and the primary may be unreachable for hours. */
    private static String logOnce(String lastReason, String reason) {
        if (!reason.equals(lastReason)) {
            logger.warn("The schema is not up to date yet, and is tried again: {}", reason);
        }
        return reason;
    }

    private void pause() {
        try {
            Thread.sleep(properties.retryInterval());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
