package com.foobar.web.security;

import java.io.Serial;

import org.springframework.security.core.AuthenticationException;

/** An API token is valid, but does not allow the request. */
final class InsufficientScopeException extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1;

    InsufficientScopeException() {
        super("The API token may only read.");
    }
}
