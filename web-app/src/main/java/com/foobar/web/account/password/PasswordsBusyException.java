package com.foobar.web.account.password;

import java.io.Serial;

/** Too many passwords are being checked, so that the turn of this request did not come in time; nothing was done. */
public class PasswordsBusyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    PasswordsBusyException() {
        super("Too many passwords are being checked at once.");
    }
}
