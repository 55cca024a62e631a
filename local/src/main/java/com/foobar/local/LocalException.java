package com.foobar.local;

import java.io.Serial;

/** Thrown when the suite cannot be started. The message says why and what to do. */
final class LocalException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    LocalException(String message) {
        super(message);
    }

    LocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
