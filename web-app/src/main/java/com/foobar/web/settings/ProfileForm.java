package com.foobar.web.settings;

import org.jspecify.annotations.Nullable;

import com.foobar.web.account.Profile;
import com.foobar.web.account.ProfileChange;

/**
 * What someone wants their profile to say, as they typed it; a field that was not sent is null.
 *
 * @param version that of the profile which they saw
 */
record ProfileForm(@Nullable String displayName, @Nullable String biography, @Nullable String email,
        @Nullable String emailVisible, @Nullable String version) {

    /** No stored profile has it. */
    private static final long NEVER = -1;

    static ProfileForm of(Profile profile) {
        return new ProfileForm(profile.displayName(), profile.biography(), profile.email(),
                String.valueOf(profile.emailVisible()), String.valueOf(profile.version()));
    }

    /** Whether readers are to see the e-mail address. */
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
