package com.foobar.web.api;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.account.Accounts;
import com.foobar.web.account.ApiTokenView;
import com.foobar.web.account.ApiTokens;
import com.foobar.web.account.NewApiToken;
import com.foobar.web.account.Scope;
import com.foobar.web.account.TokenRequest;
import com.foobar.web.account.Viewer;
import com.foobar.web.problem.ProblemException;
import com.foobar.web.problem.ProblemType;

/** Serves, creates and revokes the API tokens with which programs act for the viewer. */
@RestController
@RequestMapping(path = "/api/v1/me/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
class TokenApi {

    private static final String ADDRESS = "/api/v1/me/tokens/";

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Validation checks;

    TokenApi(Accounts accounts, ApiTokens tokens, Validation checks) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.checks = checks;
    }

    /** A token that a client asks for; members that were left out are null. */
    record Wanted(@Nullable String name,
            @Min(value = 1, message = DAYS) @Max(value = 365, message = DAYS) @Nullable Integer expiresInDays,
            @Size(min = 1, max = 2,
                    message = SCOPES) @Nullable List<@NotNull(message = SCOPES) @Pattern(regexp = "read|write",
                            message = SCOPES) String> scopes,
            @NotBlank(message = "This is missing.") String password) {

        private static final String DAYS = "A token is good for 1 to 365 days, and for 90 where this is left out.";
        private static final String SCOPES = "The scopes are read and write: name one or both.";

        TokenRequest token() {
            return new TokenRequest(name,
                    expiresInDays == null ? TokenRequest.USUAL : Duration.ofDays(expiresInDays),
                    scopes == null ? EnumSet.allOf(Scope.class)
                            : scopes.stream().map(Scope::of).collect(Collectors.toSet()));
        }

        @Override
        public String toString() {
            return "Wanted[name=" + name + "]";
        }
    }

    /**
     * A token in responses.
     *
     * @param token the secret, in the response that creates the token; otherwise null
     */
    record Shown(long id, String name, List<String> scopes, Instant createdAt, @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt, @Nullable String token) {

        static Shown of(ApiTokenView view, @Nullable String token) {
            return new Shown(view.id(), view.name(), view.scopes().stream().sorted().map(Scope::code).toList(),
                    view.createdAt(), view.expiresAt(), view.lastUsedAt(), token);
        }

        @Override
        public String toString() {
            return "Shown[id=" + id + "]";
        }
    }

    @GetMapping
    ResponseEntity<PageResponse<Shown>> list(@AuthenticationPrincipal Viewer viewer) {
        return Responses.untagged(new PageResponse<>(
                tokens.list(viewer.accountId()).stream().map(token -> Shown.of(token, null)).toList(), null));
    }

    /**
     * Creates a token. This needs a session, so that a stolen token cannot create another token that stays valid when
     * the stolen one is revoked.
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Shown> make(@RequestBody Wanted sent, @AuthenticationPrincipal Viewer viewer) {
        if (viewer.sessionId() == null) {
            throw new ProblemException(ProblemType.FORBIDDEN,
                    "No token makes another: sign in with the password, here or in the settings.");
        }
        NewApiToken made = accounts.makeToken(viewer, checks.valid(sent).password(), sent.token());
        return Responses.created(ADDRESS + made.view().id(), Shown.of(made.view(), made.token()));
    }

    @DeleteMapping("/{token}")
    ResponseEntity<Void> revoke(@PathVariable long token, @AuthenticationPrincipal Viewer viewer) {
        if (!tokens.revoke(viewer.accountId(), token)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "You have no such token; it may have been revoked.");
        }
        return Responses.done();
    }
}
