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
 * Lets a request with a body pass when there is memory for the body. The threads are virtual, so that nothing else
 * limits the number of simultaneous uploads; and the received part of an upload stays in memory until the rest has
 * come. While a request waits here, none of its body has been read: only the code that handles the request reads it.
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
            // A client that used up its own share gets a 429: the gateway counts each 5xx as a failure of this server,
            // and the server is not to blame.
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
