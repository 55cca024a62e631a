package com.foobar.web.idempotency;

import java.io.Serial;

/**
 * A request has an idempotency key that cannot give it a result: either a different request used the key before, or the
 * result of the same request was deleted since. Nothing was made.
 */
public class KeyReusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Made made;

    /**
     * Creates the exception.
     *
     * @param made what the earlier request made
     */
    public KeyReusedException(Made made) {
        super("Another request with this key made a " + made.kind() + ".");
        this.made = made;
    }

    /** Returns what the earlier request made; it may be deleted by now. */
    public Made made() {
        return made;
    }
}
