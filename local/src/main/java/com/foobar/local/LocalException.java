package com.foobar.local;

import java.io.Serial;

/** The suite cannot be started; the message is one sentence that says why and what to do. */
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
