package com.foobar.web.search;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import com.foobar.web.background.BackgroundWork;
import com.foobar.web.schema.Schema;

/**
 * Indexes the stories that were stored before the index existed, in the background and with pauses, so that the site
 * responds meanwhile.
 */
@Component
class TermFillStart extends BackgroundWork {

    private static final Logger logger = LoggerFactory.getLogger(TermFillStart.class);
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final Schema schema;
    private final TermFill fill;
    private int steps;

    TermFillStart(Schema schema, TermFill fill) {
        super("term-fill");
        this.schema = schema;
        this.fill = fill;
    }

    @Override
    protected Optional<Duration> step() {
        if (!schema.ready()) {
            return Optional.of(BETWEEN_TRIES);
        }
        steps++;
        try {
            if (fill.step()) {
                return Optional.of(BETWEEN_STEPS);
            }
        } catch (DataAccessException | TransactionException e) {
            logger.debug("Indexing of earlier stories is tried again", e);
            return Optional.of(BETWEEN_TRIES);
        }
        if (steps > 1) {
            logger.info("Search finds words in all earlier stories now, in every script.");
        }
        return Optional.empty();
    }
}
