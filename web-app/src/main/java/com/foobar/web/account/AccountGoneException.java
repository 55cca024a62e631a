package com.foobar.web.account;

import java.io.Serial;

/** The account that asks for something was deleted after its session had been found, so that nobody is signed in. */
public class AccountGoneException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public AccountGoneException() {
        super("The account was deleted while it asked for something.");
    }
}
