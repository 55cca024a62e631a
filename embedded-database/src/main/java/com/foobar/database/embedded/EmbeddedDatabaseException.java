package com.foobar.database.embedded;

import java.io.Serial;

/** The pair cannot be started or used; the message is one sentence that says why and what to do. */
public final class EmbeddedDatabaseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    EmbeddedDatabaseException(String message) {
        super(message);
    }

    EmbeddedDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
