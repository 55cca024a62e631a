package com.foobar.web.security;

import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/** Reads the token from an Authorization header (RFC 6750, section 2.1). */
final class BearerToken {

    private static final String SCHEME = "bearer ";

    private BearerToken() {}

    /**
     * Returns the token that a request sends, without any check; empty if the request has no Authorization header or
     * uses another scheme.
     */
    static Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).strip());
    }
}
