package com.foobar.web.problem;

import java.util.Locale;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * Tells who is told of a failure by a problem detail: programs, as the gateway and the web server tell them from
 * browsers.
 */
final class Programs {

    private Programs() {}

    /**
     * Whether it is a request to the API, or of somebody who accepts JSON and no page; the response says what that
     * depends on.
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
