package com.foobar.web.api;

import java.time.Instant;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.account.SessionView;
import com.foobar.web.account.Sessions;
import com.foobar.web.account.Viewer;
import com.foobar.web.problem.ProblemException;
import com.foobar.web.problem.ProblemType;

/** Serves and ends the viewer's sessions. */
@RestController
@RequestMapping(path = "/api/v1/me/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionApi {

    private final Sessions sessions;

    SessionApi(Sessions sessions) {
        this.sessions = sessions;
    }

    /** A session in responses. */
    record Shown(long id, String device, String address, Instant createdAt, Instant expiresAt, boolean current) {

        static Shown of(SessionView session, Viewer viewer) {
            return new Shown(session.id(), session.device(), session.address(), session.createdAt(),
                    session.expiresAt(), viewer.sessionId() != null && viewer.sessionId() == session.id());
        }
    }

    @GetMapping
    ResponseEntity<PageResponse<Shown>> list(@AuthenticationPrincipal Viewer viewer) {
        return Responses.untagged(new PageResponse<>(
                sessions.list(viewer.accountId()).stream().map(session -> Shown.of(session, viewer)).toList(), null));
    }

    @DeleteMapping("/{session}")
    ResponseEntity<Void> revoke(@PathVariable long session, @AuthenticationPrincipal Viewer viewer) {
        if (!sessions.revoke(viewer.accountId(), session)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "You have no such session; it may have ended.");
        }
        return Responses.done();
    }
}
