package com.foobar.web.api;

import java.util.function.LongSupplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the primary, where a replica that is behind would refuse a change that is based on what there is. */
@Component
class PrimaryReads {

    private final TransactionTemplate writing;

    PrimaryReads(TransactionTemplate writing) {
        this.writing = writing;
    }

    /** The same question, asked as part of a transaction that may write. */
    LongSupplier of(LongSupplier question) {
        return () -> writing.<Long> execute(_ -> question.getAsLong());
    }
}
