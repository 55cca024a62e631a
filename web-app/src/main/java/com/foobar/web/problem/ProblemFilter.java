package com.foobar.web.problem;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.web.filter.OncePerRequestFilter;

/** Answers with a problem where a filter refuses a request to the API, or fails, before any handler sees it. */
final class ProblemFilter extends OncePerRequestFilter {

    private static final String ADDRESSES = "/api/";

    private final Problems problems;

    ProblemFilter(Problems problems) {
        this.problems = problems;
    }

    /**
     * Whether a request is one to the API, even where it was handed on since: the page about it, {@code /api} itself,
     * is none.
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

    /** A response that is refused with a problem, where the container would show a page. */
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
