package com.foobar.web.problem;

import java.util.Locale;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * Tells programs from browsers by the same rules as the gateway and Nginx. A program gets a problem detail if its
 * request fails, a browser gets a page.
 */
final class Programs {

    private Programs() {}

    /**
     * Returns whether a program sent the request: a request to the API, or a request that accepts JSON but not HTML.
     * Adds {@code Vary: Accept} to the response, because the response depends on that header.
     */
    static boolean sent(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        String address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String before ? before
                : request.getRequestURI();
        return address.startsWith("/api/") || (accepts(request, "json") && !accepts(request, "text/html"));
    }

    private static boolean accepts(HttpServletRequest request, String type) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains(type);
    }
}
