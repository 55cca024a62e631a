package com.foobar.web.idempotency;

import java.io.Serial;

/** A request has the key of another one, or of one whose result is gone, so that it cannot have the result of that. */
public class KeyReusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Made made;

    public KeyReusedException(Made made) {
        super("Another request with this key made a " + made.kind() + ".");
        this.made = made;
    }

    /** What the earlier request made, which may be gone by now. */
    public Made made() {
        return made;
    }
}
