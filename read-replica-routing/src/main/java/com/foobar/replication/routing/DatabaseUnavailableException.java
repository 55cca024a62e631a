package com.foobar.replication.routing;

import java.io.Serial;

import org.springframework.dao.TransientDataAccessResourceException;

/** No node can serve the transaction now; the same transaction may succeed shortly. */
final class DatabaseUnavailableException extends TransientDataAccessResourceException {

    @Serial
    private static final long serialVersionUID = 1;

    DatabaseUnavailableException(Throwable cause) {
        super("The database cannot serve this transaction right now.", cause);
    }
}
