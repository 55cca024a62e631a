package com.foobar.web.limit;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import com.foobar.web.account.throttle.Subject;

/**
 * Lets a request with a body in when there is memory for it. Threads are virtual, so that nothing else bounds how many
 * uploads come at once, and the part of an upload that has come is in memory until the rest of it comes. Who waits here
 * has sent on nothing yet: a body is read by what handles the request.
 */
final class BodyBudgetFilter extends OncePerRequestFilter {

    private static final String RETRY_SECONDS = "1";

    private final BodyBudget budget;

    BodyBudgetFilter(BodyBudget budget) {
        this.budget = budget;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() == 0
                || (request.getContentLengthLong() < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String client = Subject.subscriber(request.getRemoteAddr());
        long part = take(client, request);
        if (part <= 0) {
            // A client's own doing must not look like a failure of this server, at which the gateway counts each 5xx.
            HttpStatus status = part == BodyBudget.OVER_SHARE ? HttpStatus.TOO_MANY_REQUESTS
                    : HttpStatus.SERVICE_UNAVAILABLE;
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            response.sendError(status.value());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            budget.giveBack(client, part);
        }
    }

    private long take(String client, HttpServletRequest request) {
        try {
            return budget.take(client, request.getContentLengthLong());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return BodyBudget.NONE_LEFT;
        }
    }
}
