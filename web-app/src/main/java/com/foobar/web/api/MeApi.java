package com.foobar.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.account.Accounts;
import com.foobar.web.account.DeviceCookie;
import com.foobar.web.account.KnownDevice;
import com.foobar.web.account.SessionCookie;
import com.foobar.web.account.Viewer;

/** Serves and deletes the viewer's account, and changes its password. */
@RestController
@RequestMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
class MeApi {

    private static final String MISSING = "This is missing.";

    private final Accounts accounts;
    private final Validation checks;

    MeApi(Accounts accounts, Validation checks) {
        this.accounts = accounts;
        this.checks = checks;
    }

    /**
     * A change of password that a client sends; members that were left out are null.
     *
     * @param revokeTokens whether the API tokens are also revoked; null means true
     */
    record PasswordChange(@NotBlank(message = MISSING) String currentPassword, @Nullable String newPassword,
            @Nullable Boolean revokeTokens) {

        boolean revokesTokens() {
            return revokeTokens == null || revokeTokens;
        }

        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    /** A request to delete the account. */
    record Deletion(@NotBlank(message = MISSING) String password,
            @NotNull(message = "Say what becomes of your stories: delete or keep.") Fate stories) {

        @Override
        public String toString() {
            return "Deletion[stories=" + stories + "]";
        }
    }

    /** What happens to the stories of a deleted account. */
    enum Fate {
        @JsonProperty("delete")
        DELETE, @JsonProperty("keep")
        KEEP
    }

    @GetMapping
    ResponseEntity<AccountResource> get(@AuthenticationPrincipal Viewer viewer) {
        return Responses.untagged(AccountResource.of(viewer));
    }

    @PutMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> changePassword(@RequestBody PasswordChange sent, HttpServletRequest request,
            HttpServletResponse response, @AuthenticationPrincipal Viewer viewer) {
        KnownDevice device = accounts.changePassword(viewer, checks.valid(sent).currentPassword(), sent.newPassword(),
                sent.revokesTokens());
        if (viewer.sessionId() != null) {
            DeviceCookie.write(request, response, device);
        }
        return Responses.done();
    }

    @PostMapping(path = "/deletion", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> delete(@RequestBody Deletion sent, HttpServletResponse response,
            @AuthenticationPrincipal Viewer viewer) {
        accounts.delete(viewer, checks.valid(sent).password(), sent.stories() == Fate.KEEP);
        if (viewer.sessionId() != null) {
            SessionCookie.clear(response);
        }
        return Responses.done();
    }
}
