package com.foobar.web.account;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, as their session or their API token says: the principal of Spring Security's authentication.
 *
 * @param username
 *            the name in addresses and at sign-in
 * @param displayName
 *            the name that readers see
 * @param sessionId
 *            the session that the request belongs to, or null where it came with an API token
 */
public record Viewer(long accountId, String username, String displayName, Preferences preferences,
        @Nullable Long sessionId) implements Principal {

    /** The viewer's account, or null of nobody. */
    public static @Nullable Long idOf(@Nullable Viewer viewer) {
        return viewer == null ? null : viewer.accountId();
    }

    /** How the viewer wants pages, or how nobody gets them. */
    public static Preferences preferencesOf(@Nullable Viewer viewer) {
        return viewer == null ? Preferences.DEFAULT : viewer.preferences();
    }

    @Override
    public String getName() {
        return username;
    }
}
