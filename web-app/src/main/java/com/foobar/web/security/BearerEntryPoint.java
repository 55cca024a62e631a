package com.foobar.web.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

import com.foobar.web.problem.ProblemException;
import com.foobar.web.problem.ProblemType;
import com.foobar.web.problem.ProblemWriter;

/** Tells programs that they must authenticate, and how (RFC 6750, section 3). */
final class BearerEntryPoint implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof InsufficientScopeException) {
            ProblemWriter.write(request, response, new ProblemException(ProblemType.FORBIDDEN,
                    "This API token may only read: make one in the settings that may write.").with(
                            HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"write\""));
            return;
        }
        boolean refused = reason instanceof BadCredentialsException;
        ProblemWriter.write(request, response, new ProblemException(ProblemType.NOT_SIGNED_IN,
                refused ? "This API token is not known, was revoked or has expired: make another in the settings."
                        : "This needs an API token: make one in the settings and send it as "
                                + "Authorization: Bearer fbr_...")
                                        .with(HttpHeaders.WWW_AUTHENTICATE,
                                                refused ? "Bearer error=\"invalid_token\"" : "Bearer"));
    }
}
