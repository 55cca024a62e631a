package com.foobar.web.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import com.foobar.web.sql.SqlTimes;

/**
 * Deletes old idempotency keys every minute, in small steps that hold few locks at a time. Each instance does this; one
 * instance would be enough.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(KeyProperties.class)
class KeyCleaning {

    private static final Logger logger = LoggerFactory.getLogger(KeyCleaning.class);

    private static final int STEP = 500;
    private static final int MOST_STEPS = 20;

    private final JdbcClient database;
    private final Duration keep;
    private final Clock clock;

    KeyCleaning(JdbcClient database, KeyProperties properties, Clock clock) {
        this.database = database;
        this.keep = properties.keep();
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void clean() {
        try {
            forget(clock.instant().minus(keep));
        } catch (DataAccessException e) {
            logger.debug("The database is away, or another instance forgets the same keys; there is another time.", e);
        }
    }

    /**
     * Deletes the keys that were created before a time. Deletes at most {@code STEP * MOST_STEPS} keys; the next run
     * deletes the rest.
     */
    void forget(Instant before) {
        LocalDateTime time = SqlTimes.column(before);
        int forgotten = STEP;
        for (int i = 0; i < MOST_STEPS && forgotten == STEP; i++) {
            forgotten = database
                    .sql("delete from request_key where created_at < :before order by created_at limit " + STEP)
                    .param("before", time).update();
        }
    }
}
