package com.foobar.web.api;

import java.util.function.LongSupplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the present version of something from the primary, because a lagging replica would make a valid If-Match fail.
 */
@Component
class PrimaryReads {

    private final TransactionTemplate writing;

    PrimaryReads(TransactionTemplate writing) {
        this.writing = writing;
    }

    /** Returns a supplier that asks the same question in a read-write transaction, which runs on the primary. */
    LongSupplier of(LongSupplier question) {
        return () -> writing.<Long> execute(_ -> question.getAsLong());
    }
}
