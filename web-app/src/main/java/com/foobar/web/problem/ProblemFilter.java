package com.foobar.web.problem;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.web.filter.OncePerRequestFilter;

/** Responds with a problem if a filter refuses a request to the API, or fails, before any handler sees the request. */
final class ProblemFilter extends OncePerRequestFilter {

    private static final String ADDRESSES = "/api/";

    private final Problems problems;

    ProblemFilter(Problems problems) {
        this.problems = problems;
    }

    /**
     * Returns whether the client sent the request to the API; a forward or an error dispatch does not change this. The
     * page about the API, {@code /api} itself, does not belong to the API.
     */
    static boolean covers(HttpServletRequest request) {
        return ProblemWriter.address(request).startsWith(request.getContextPath() + ADDRESSES);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !covers(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, new Refusals(request, response));
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            ProblemWriter.write(request, response, problems.of(e));
        }
    }

    /** A response that sends a problem where the container would send an error page. */
    private static final class Refusals extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Refusals(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            ProblemWriter.write(request, (HttpServletResponse) getResponse(), ContainerRefusal.of(status));
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
