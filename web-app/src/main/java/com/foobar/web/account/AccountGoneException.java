package com.foobar.web.account;

import java.io.Serial;

/**
 * The account of a request was deleted after the request's session or token was found; nobody is signed in any more.
 */
public class AccountGoneException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Creates the exception. */
    public AccountGoneException() {
        super("The account was deleted while it asked for something.");
    }
}
