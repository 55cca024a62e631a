package com.foobar.web.security;

import jakarta.servlet.http.HttpServletResponse;

/** Tells the browser what the site's pages never do, so that it refuses whatever was smuggled into one. */
public final class SecurityHeaders {

    private static final String POLICY = String.join("; ", "default-src 'none'", "style-src 'self'",
            "script-src 'self'",
            "img-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'");

    private SecurityHeaders() {}

    /** Sets them on whatever is answered. */
    public static void set(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }
}
