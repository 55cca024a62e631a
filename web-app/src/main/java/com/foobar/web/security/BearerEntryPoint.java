package com.foobar.web.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Tells programs how to say who they are (RFC 6750, section 3). */
final class BearerEntryPoint implements AuthenticationEntryPoint {

    private final ProblemWriter problems;

    BearerEntryPoint(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        boolean refused = reason instanceof BadCredentialsException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, refused ? "Bearer error=\"invalid_token\"" : "Bearer");
        problems.write(HttpStatus.UNAUTHORIZED,
                refused ? "This API token is not known, was revoked or has expired: make another in the settings."
                        : "This needs an API token: make one in the settings and send it as Authorization: Bearer fbr_...",
                request, response);
    }
}
