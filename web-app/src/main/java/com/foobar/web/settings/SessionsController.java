package com.foobar.web.settings;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import com.foobar.web.account.SessionCookie;
import com.foobar.web.account.Sessions;
import com.foobar.web.account.Viewer;

/** Lists the sessions of a user, and ends them. */
@Controller
class SessionsController {

    private static final String PAGE = "redirect:/settings/sessions";

    private final Sessions sessions;

    SessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/settings/sessions")
    String list(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("sessions", sessions.list(viewer.accountId()));
        return "settings/sessions";
    }

    /**
     * Ends a session. If the session has ended already, the result is what the user wanted, and so this is no error.
     */
    @PostMapping("/settings/sessions/{id}/revoke")
    String revoke(@PathVariable long id, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response) {
        sessions.revoke(viewer.accountId(), id);
        if (viewer.sessionId() != null && viewer.sessionId() == id) {
            SessionCookie.clear(response);
            return "redirect:/";
        }
        return PAGE;
    }

    @PostMapping("/settings/sessions/revoke-others")
    String revokeOthers(@AuthenticationPrincipal Viewer viewer) {
        sessions.revokeOthers(viewer.accountId(), viewer.sessionId());
        return PAGE;
    }
}
