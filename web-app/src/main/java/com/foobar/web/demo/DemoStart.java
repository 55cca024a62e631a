package com.foobar.web.demo;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import com.foobar.web.schema.Schema;

/**
 * Fills an empty database once the schema exists. Runs in the background, so that the site starts even if there is no
 * database.
 */
@Component
@ConditionalOnBooleanProperty("foobar.demo.enabled")
@EnableConfigurationProperties(DemoProperties.class)
class DemoStart implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(DemoStart.class);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(200);

    private final Schema schema;
    private final DemoData data;
    private volatile boolean running;
    private @Nullable Thread worker;

    DemoStart(Schema schema, DemoData data) {
        this.schema = schema;
        this.data = data;
    }

    @Override
    public synchronized void start() {
        running = true;
        worker = Thread.ofVirtual().name("demo-data").start(this::fill);
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

    private void fill() {
        boolean done = false;
        while (running && !done) {
            done = schema.ready() && attempt();
            if (!done) {
                pause();
            }
        }
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

    private static void pause() {
        try {
            Thread.sleep(RETRY_INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
