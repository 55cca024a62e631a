package com.foobar.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.account.Accounts;
import com.foobar.web.account.Client;
import com.foobar.web.account.Sessions;
import com.foobar.web.account.SignUp;
import com.foobar.web.account.SignedIn;
import com.foobar.web.account.Viewer;
import com.foobar.web.problem.ProblemException;
import com.foobar.web.problem.ProblemType;

/**
 * Lets programs create an account or a session. An API token is better for most programs, but a token is created in a
 * session.
 */
@RestController
@RequestMapping(path = "/api/v1", consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class SignInApi {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Validation checks;

    SignInApi(Accounts accounts, Sessions sessions, Validation checks) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.checks = checks;
    }

    /** A username and its password. */
    record Credentials(@NotBlank(message = "Say who you are.") String username,
            @NotBlank(message = "This is missing.") String password) {

        @Override
        public String toString() {
            return "Credentials[username=" + username + "]";
        }
    }

    @PostMapping("/accounts")
    ResponseEntity<AccountResource> signUp(@RequestBody SignUp sent, HttpServletRequest request,
            HttpServletResponse response) {
        return begun(accounts.signUp(sent, Client.of(request)), request, response);
    }

    @PostMapping("/sessions")
    ResponseEntity<AccountResource> signIn(@RequestBody Credentials sent, HttpServletRequest request,
            HttpServletResponse response) {
        Credentials typed = checks.valid(sent);
        return begun(accounts.signIn(typed.username(), typed.password(), Client.of(request))
                .orElseThrow(SignInApi::wrong), request, response);
    }

    private ResponseEntity<AccountResource> begun(SignedIn signedIn, HttpServletRequest request,
            HttpServletResponse response) {
        Viewer viewer = sessions.find(signedIn.session()).orElseThrow(SignInApi::wrong);
        signedIn.write(request, response);
        return Responses.created("/api/v1/me", AccountResource.of(viewer));
    }

    private static ProblemException wrong() {
        return new ProblemException(ProblemType.NOT_SIGNED_IN, "The username or the password is wrong.")
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
