package com.foobar.web.idempotency;

import java.util.function.Supplier;

import org.springframework.dao.DataAccessException;

import com.foobar.web.forms.DatabaseOutage;

/**
 * Finds out what became of a change whose commit got no response, as happens to a request that meets a failover: the
 * change is made once more, if making it twice is the same as making it once.
 */
public final class UnknownOutcome {

    private UnknownOutcome() {}

    /**
     * Makes a change, and makes it once more if it is unknown whether it was stored.
     *
     * @param recognisable whether a second attempt recognises that the first one was stored, by a key or a version
     * @throws DataAccessException the first failure if it is still unknown after the second attempt whether the change
     *             was stored, so that nobody is told that nothing was stored
     */
    public static <T> T resolved(boolean recognisable, Supplier<T> change) {
        try {
            return change.get();
        } catch (DataAccessException e) {
            if (!recognisable || !DatabaseOutage.leftOutcomeUnknown(e)) {
                throw e;
            }
            return again(change, e);
        }
    }

    private static <T> T again(Supplier<T> change, DataAccessException first) {
        try {
            return change.get();
        } catch (DataAccessException e) {
            if (!DatabaseOutage.caused(e)) {
                throw e;
            }
            first.addSuppressed(e);
            throw first;
        }
    }
}
