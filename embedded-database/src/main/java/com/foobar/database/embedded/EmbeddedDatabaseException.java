package com.foobar.database.embedded;

import java.io.Serial;

/** Thrown when the pair cannot be started or used. The message is one sentence that says why and what to do. */
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
