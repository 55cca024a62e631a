package com.foobar.web.problem;

import java.io.IOException;
import java.util.stream.Stream;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Writes problems as responses, whatever media types the client accepts: a response that the client cannot read is
 * better than no response (RFC 9110, section 15.5.7).
 */
public final class ProblemWriter {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProblemWriter() {}

    /** Returns the address that the client requested, even after a forward or an error dispatch. */
    static String address(HttpServletRequest request) {
        return Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .map(request::getAttribute).filter(String.class::isInstance).map(String.class::cast).findFirst()
                .orElseGet(request::getRequestURI);
    }

    /**
     * Writes the problem for a status that says no more than a number.
     *
     * @param status an HTTP error status
     * @throws IllegalStateException if the response has begun
     * @throws IOException if the client cannot be reached
     */
    public static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        write(request, response, ContainerRefusal.of(status));
    }

    /**
     * Replaces the response with a problem.
     *
     * @throws IllegalStateException if the response has begun
     * @throws IOException if the client cannot be reached
     */
    public static void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        response.resetBuffer();
        response.setStatus(problem.type().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.getOutputStream().write(MAPPER.writeValueAsBytes(problem.problem(address(request))));
    }
}
