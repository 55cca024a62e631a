package com.foobar.web.api;

import java.util.NoSuchElementException;

import jakarta.validation.constraints.NotNull;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.account.Profile;
import com.foobar.web.account.ProfileChange;
import com.foobar.web.account.Profiles;
import com.foobar.web.account.Viewer;
import com.foobar.web.problem.ProblemException;
import com.foobar.web.problem.ProblemType;

/** Serves and replaces the viewer's profile. */
@RestController
@RequestMapping(path = "/api/v1/me/profile", produces = MediaType.APPLICATION_JSON_VALUE)
class ProfileApi {

    private static final String MISSING = "This is missing; what is to be empty is sent so.";

    private final Profiles profiles;
    private final Validation checks;
    private final PrimaryReads primary;

    ProfileApi(Profiles profiles, Validation checks, PrimaryReads primary) {
        this.profiles = profiles;
        this.checks = checks;
        this.primary = primary;
    }

    /** A profile in requests and responses; members that a request left out are null. */
    record Sent(@NotNull(message = MISSING) String displayName,
            @NotNull(message = MISSING) String biography, @NotNull(message = MISSING) String email,
            @NotNull(message = MISSING) Boolean emailVisible) {}

    @GetMapping
    ResponseEntity<Sent> get(@AuthenticationPrincipal Viewer viewer) {
        Profile profile = profile(viewer);
        return Responses.tagged(body(profile), VersionTag.of(profile.version()));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Sent> replace(IfMatch condition, @RequestBody Sent sent, @AuthenticationPrincipal Viewer viewer) {
        checks.valid(sent);
        long version = condition.version(primary.of(() -> profile(viewer).version()));
        Profile profile = profiles.update(viewer.accountId(), new ProfileChange(sent.displayName(), sent.biography(),
                sent.email(), sent.emailVisible(), version));
        return Responses.tagged(body(profile), VersionTag.of(profile.version()));
    }

    private Profile profile(Viewer viewer) {
        try {
            return profiles.profile(viewer.accountId());
        } catch (NoSuchElementException _) {
            throw new ProblemException(ProblemType.NOT_FOUND, "The account was deleted meanwhile.");
        }
    }

    private static Sent body(Profile profile) {
        return new Sent(profile.displayName(), profile.biography(), profile.email(), profile.emailVisible());
    }
}
