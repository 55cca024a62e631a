package com.foobar.web.settings;

import org.jspecify.annotations.Nullable;

import com.foobar.web.account.Profile;
import com.foobar.web.account.ProfileChange;

/**
 * What someone wants their profile to say, as they typed it; a field that was not sent is null.
 *
 * @param version
 *            that of the profile which they saw
 */
record ProfileForm(@Nullable String displayName, @Nullable String biography, @Nullable String email,
        @Nullable Boolean emailVisible, @Nullable Long version) {

    /** No stored profile has it. */
    private static final long NEVER = -1;

    static ProfileForm of(Profile profile) {
        return new ProfileForm(profile.displayName(), profile.biography(), profile.email(), profile.emailVisible(),
                profile.version());
    }

    ProfileChange change() {
        return new ProfileChange(displayName, biography, email, Boolean.TRUE.equals(emailVisible),
                version == null ? NEVER : version);
    }
}
