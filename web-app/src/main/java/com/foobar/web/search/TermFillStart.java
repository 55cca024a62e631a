package com.foobar.web.search;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import com.foobar.web.schema.Schema;

/**
 * Indexes the stories that were stored before the index existed, in the background and with pauses, so that the site
 * responds meanwhile.
 */
@Component
class TermFillStart implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(TermFillStart.class);
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final Schema schema;
    private final TermFill fill;
    private volatile boolean running;
    private @Nullable Thread worker;

    TermFillStart(Schema schema, TermFill fill) {
        this.schema = schema;
        this.fill = fill;
    }

    @Override
    public synchronized void start() {
        running = true;
        worker = Thread.ofVirtual().name("term-fill").start(this::fill);
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
        boolean more = true;
        int steps = 0;
        while (running && more) {
            if (schema.ready()) {
                more = attempt();
                steps++;
            } else {
                pause(BETWEEN_TRIES);
            }
        }
        if (!more && steps > 1) {
            logger.info("Search finds words in all earlier stories now, in every script.");
        }
    }

    private boolean attempt() {
        boolean more = true;
        try {
            more = fill.step();
            pause(BETWEEN_STEPS);
        } catch (DataAccessException | TransactionException e) {
            logger.debug("Indexing of earlier stories is tried again", e);
            pause(BETWEEN_TRIES);
        }
        return more;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
