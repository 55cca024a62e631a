package com.foobar.web.account;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, as their session or their API token says: the principal of Spring Security's authentication.
 *
 * @param username the name in addresses and at sign-in
 * @param displayName the name that readers see
 * @param sessionId the session that the request belongs to, or null where it came with an API token
 * @param token the API token that the request came with, or null where it belongs to a session
 */
public record Viewer(long accountId, String username, String displayName, Preferences preferences,
        @Nullable Long sessionId, @Nullable TokenGrant token) implements Principal {

    /** A viewer in a session. */
    public Viewer(long accountId, String username, String displayName, Preferences preferences, long sessionId) {
        this(accountId, username, displayName, preferences, sessionId, null);
    }

    /** The viewer's account, or null of nobody. */
    public static @Nullable Long idOf(@Nullable Viewer viewer) {
        return viewer == null ? null : viewer.accountId();
    }

    /** How the viewer wants pages, or how nobody gets them. */
    public static Preferences preferencesOf(@Nullable Viewer viewer) {
        return viewer == null ? Preferences.DEFAULT : viewer.preferences();
    }

    /** Whether the viewer may do more than read. */
    public boolean mayWrite() {
        return token == null || token.scopes().contains(Scope.WRITE);
    }

    /** Tells the session or the API token that the request came with from all others. */
    String credential() {
        return token == null ? "session " + sessionId : "token " + token.id();
    }

    @Override
    public String getName() {
        return username;
    }
}
