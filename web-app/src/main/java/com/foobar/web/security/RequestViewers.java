package com.foobar.web.security;

import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

import com.foobar.web.account.ApiTokens;
import com.foobar.web.account.SessionCookie;
import com.foobar.web.account.Sessions;
import com.foobar.web.account.Viewer;

/** Whom a request's session or API token belongs to. */
@Component
final class RequestViewers {

    /** The methods that change nothing (RFC 9110, section 9.2.1). */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Sessions sessions;
    private final ApiTokens tokens;

    RequestViewers(Sessions sessions, ApiTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** Who has the session that a request's cookie names; an unknown one is nobody's. */
    Optional<Viewer> ofPerson(HttpServletRequest request) {
        return SessionCookie.read(request).flatMap(sessions::find);
    }

    /**
     * Who has the API token that a request brings, or else the session.
     *
     * @throws BadCredentialsException where the token is unknown, since a program could not tell otherwise
     * @throws InsufficientScopeException where the request may change something and the token may not
     */
    Optional<Viewer> ofProgram(HttpServletRequest request) {
        Optional<String> token = BearerToken.read(request);
        return token.isPresent() ? Optional.of(ofToken(token.get(), request)) : ofPerson(request);
    }

    private Viewer ofToken(String token, HttpServletRequest request) {
        Viewer viewer = tokens.find(token)
                .orElseThrow(() -> new BadCredentialsException("The API token is unknown."));
        if (!viewer.mayWrite() && !SAFE.contains(request.getMethod())) {
            throw new InsufficientScopeException();
        }
        return viewer;
    }
}
