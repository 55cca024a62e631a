package com.foobar.web.security;

import java.util.Optional;

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
     * @throws BadCredentialsException
     *             where the token is unknown, since a program could not tell otherwise
     */
    Optional<Viewer> ofProgram(HttpServletRequest request) {
        Optional<String> token = BearerToken.read(request);
        return token.isPresent()
                ? Optional.of(tokens.find(token.get())
                        .orElseThrow(() -> new BadCredentialsException("The API token is unknown.")))
                : ofPerson(request);
    }
}
