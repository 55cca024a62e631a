package com.foobar.web.settings;

import org.jspecify.annotations.Nullable;

import com.foobar.web.account.Profile;
import com.foobar.web.account.ProfileChange;

/**
 * The form for the profile, as typed; a field that was not sent is null.
 *
 * @param version the version of the profile that the user saw when editing
 */
record ProfileForm(@Nullable String displayName, @Nullable String biography, @Nullable String email,
        @Nullable String emailVisible, @Nullable String version) {

    /** A version that no stored profile has. */
    private static final long NEVER = -1;

    static ProfileForm of(Profile profile) {
        return new ProfileForm(profile.displayName(), profile.biography(), profile.email(),
                String.valueOf(profile.emailVisible()), String.valueOf(profile.version()));
    }

    /** Returns whether readers can see the e-mail address. */
    public boolean showsEmail() {
        return Boolean.parseBoolean(emailVisible);
    }

    ProfileChange change() {
        return new ProfileChange(displayName, biography, email, showsEmail(), seenVersion());
    }

    private long seenVersion() {
        try {
            return version == null ? NEVER : Long.parseLong(version);
        } catch (NumberFormatException e) {
            return NEVER;
        }
    }
}
