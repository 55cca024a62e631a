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
 * Answers with a problem, whatever the client accepts: better one that it cannot read than none (RFC 9110, section
 * 15.5.7).
 */
public final class ProblemWriter {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProblemWriter() {}

    /** The address that was asked for, where the request was handed on since as well. */
    static String address(HttpServletRequest request) {
        return Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .map(request::getAttribute).filter(String.class::isInstance).map(String.class::cast).findFirst()
                .orElseGet(request::getRequestURI);
    }

    /** Says what a bare status means. */
    public static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        write(request, response, ContainerRefusal.of(status));
    }

    /** Takes the place of whatever the response was to be; it must not have begun. */
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
