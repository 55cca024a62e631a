package com.foobar.web.security;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriUtils;

/** Redirects people to the sign-in page, and from there back to the page that they requested. */
final class SignInEntryPoint implements AuthenticationEntryPoint {

    private static final String PAGE = "/sign-in";

    /**
     * Maximum length of the encoded address, in characters. The {@code Location} header must not grow with the request;
     * after a longer address the user goes on at the home page.
     */
    private static final int LONGEST = 1_000;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, location(request));
    }

    private static String location(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
            return PAGE;
        }
        String query = request.getQueryString();
        String wanted = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        String next = UriUtils.encode(wanted, StandardCharsets.UTF_8);
        return next.length() > LONGEST ? PAGE : PAGE + "?next=" + next;
    }
}
