package com.foobar.web.account;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

/**
 * The user who makes a request, found by the request's session or API token. It is the principal of Spring Security's
 * authentication.
 *
 * @param username the name in addresses and at sign-in
 * @param displayName the name that readers see
 * @param sessionId the session of the request, or null if the request came with an API token
 * @param token the API token of the request, or null if the request belongs to a session
 */
public record Viewer(long accountId, String username, String displayName, Preferences preferences,
        @Nullable Long sessionId, @Nullable TokenGrant token) implements Principal {

    /** Creates a viewer with a session. */
    public Viewer(long accountId, String username, String displayName, Preferences preferences, long sessionId) {
        this(accountId, username, displayName, preferences, sessionId, null);
    }

    /** Returns the viewer's account; null if nobody is signed in. */
    public static @Nullable Long idOf(@Nullable Viewer viewer) {
        return viewer == null ? null : viewer.accountId();
    }

    /** Returns the viewer's preferences; the default preferences if nobody is signed in. */
    public static Preferences preferencesOf(@Nullable Viewer viewer) {
        return viewer == null ? Preferences.DEFAULT : viewer.preferences();
    }

    /** Returns whether the viewer may change something: false only with an API token that may only read. */
    public boolean mayWrite() {
        return token == null || token.scopes().contains(Scope.WRITE);
    }

    /** Returns a text that identifies the session or API token of the request among all others. */
    String credential() {
        return token == null ? "session " + sessionId : "token " + token.id();
    }

    @Override
    public String getName() {
        return username;
    }
}
