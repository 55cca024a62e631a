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

/** Finds the owner of the session or API token that a request sends. */
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

    /**
     * Returns the owner of the session that the request's cookie names; empty if there is no cookie or the session is
     * unknown.
     */
    Optional<Viewer> ofPerson(HttpServletRequest request) {
        return SessionCookie.read(request).flatMap(sessions::find);
    }

    /**
     * Returns the owner of the API token that a request sends; without a token, the owner of the session.
     *
     * @throws BadCredentialsException if the token is unknown: treated as anonymous, the program would not notice that
     *             its token is invalid
     * @throws InsufficientScopeException if the request may change something and the token may only read
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
