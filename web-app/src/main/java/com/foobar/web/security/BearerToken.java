package com.foobar.web.security;

import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/** Reads the token of an Authorization header (RFC 6750, section 2.1). */
final class BearerToken {

    private static final String SCHEME = "bearer ";

    private BearerToken() {}

    /**
     * The token that a request brings, whatever it is; nothing where it brings none or authorizes itself in another
     * way.
     */
    static Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).strip());
    }
}
