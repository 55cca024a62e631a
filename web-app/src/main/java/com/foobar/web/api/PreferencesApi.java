package com.foobar.web.api;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.account.Preferences;
import com.foobar.web.account.Profiles;
import com.foobar.web.account.Viewer;

/** Serves and replaces the viewer's preferences. */
@RestController
@RequestMapping(path = "/api/v1/me/preferences", produces = MediaType.APPLICATION_JSON_VALUE)
class PreferencesApi {

    private final Profiles profiles;
    private final Validation checks;

    PreferencesApi(Profiles profiles, Validation checks) {
        this.profiles = profiles;
        this.checks = checks;
    }

    @GetMapping
    ResponseEntity<PreferencesBody> get(@AuthenticationPrincipal Viewer viewer) {
        return Responses.tagged(PreferencesBody.of(viewer.preferences()), tag(viewer.preferences()));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PreferencesBody> replace(IfMatch condition, @RequestBody PreferencesBody sent,
            @AuthenticationPrincipal Viewer viewer) {
        Preferences wanted = checks.valid(sent).preferences();
        condition.require(tag(viewer.preferences()));
        profiles.replace(viewer.accountId(), viewer.preferences(), wanted);
        return Responses.tagged(PreferencesBody.of(wanted), tag(wanted));
    }

    /** Returns the entity tag: the content itself, because it is short and has no version. */
    private static String tag(Preferences preferences) {
        return preferences.theme().code() + ":" + preferences.timeZone() + ":" + preferences.pageSize();
    }
}
