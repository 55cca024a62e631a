package com.foobar.web.account;

import java.io.Serial;

/** The profile has changed since its owner saw it; this change was not made. */
public class ProfileConflictException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Profile stored;

    ProfileConflictException(Profile stored) {
        super("The profile was changed since it was read.");
        this.stored = stored;
    }

    /** Returns the profile as it is stored now. */
    public Profile stored() {
        return stored;
    }
}
