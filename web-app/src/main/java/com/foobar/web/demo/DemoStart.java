package com.foobar.web.demo;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import com.foobar.web.background.BackgroundWork;
import com.foobar.web.schema.Schema;

/**
 * Fills an empty database once the schema exists. Runs in the background, so that the site starts even if there is no
 * database.
 */
@Component
@ConditionalOnBooleanProperty("foobar.demo.enabled")
@EnableConfigurationProperties(DemoProperties.class)
class DemoStart extends BackgroundWork {

    private static final Logger logger = LoggerFactory.getLogger(DemoStart.class);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(200);

    private final Schema schema;
    private final DemoData data;

    DemoStart(Schema schema, DemoData data) {
        super("demo-data");
        this.schema = schema;
        this.data = data;
    }

    @Override
    protected Optional<Duration> step() {
        return schema.ready() && attempt() ? Optional.empty() : Optional.of(RETRY_INTERVAL);
    }

    private boolean attempt() {
        try {
            if (data.fill(DemoContent.read())) {
                logger.info("The database was empty, and has stories to look at now (foobar.demo.enabled).");
            }
            return true;
        } catch (DuplicateKeyException _) {
            // The other instance was faster.
            return true;
        } catch (DataAccessException e) {
            logger.debug("The demo data is tried again", e);
            return false;
        }
    }
}
