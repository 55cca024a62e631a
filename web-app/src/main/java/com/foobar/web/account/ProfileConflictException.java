package com.foobar.web.account;

import java.io.Serial;

/** A profile was changed since its owner saw it; nothing was changed now. */
public class ProfileConflictException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Profile stored;

    ProfileConflictException(Profile stored) {
        super("The profile was changed since it was read.");
        this.stored = stored;
    }

    /** The profile as it is stored now. */
    public Profile stored() {
        return stored;
    }
}
