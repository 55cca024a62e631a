package com.foobar.web.security;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The headers that tell a browser what the site's pages never do, so that the browser blocks content that an attacker
 * smuggled into a page.
 */
public final class SecurityHeaders {

    private static final String POLICY = String.join("; ", "default-src 'none'", "style-src 'self'",
            "script-src 'self'",
            "img-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'");

    private SecurityHeaders() {}

    /** Sets the headers on a response. */
    public static void set(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }
}
