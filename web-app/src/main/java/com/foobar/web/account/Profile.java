package com.foobar.web.account;

import java.time.Instant;

/**
 * An account as its owner sees it.
 *
 * @param email empty if the owner gave no address
 * @param emailVisible whether readers see the address too
 * @param version grows with each change of the profile
 */
public record Profile(long accountId, String username, String displayName, String biography, String email,
        boolean emailVisible, Instant createdAt, long version) {

    /** Returns the account as every reader sees it. */
    AuthorProfile author() {
        return new AuthorProfile(accountId, username, displayName, biography,
                emailVisible && !email.isEmpty() ? email : null, createdAt);
    }

    /** Returns the profile after a change, with the next version; this profile if the change changes nothing. */
    Profile with(String newDisplayName, String newBiography, String newEmail, boolean newEmailVisible) {
        boolean isSame = displayName.equals(newDisplayName) && biography.equals(newBiography)
                && email.equals(newEmail) && emailVisible == newEmailVisible;
        return isSame ? this
                : new Profile(accountId, username, newDisplayName, newBiography, newEmail, newEmailVisible, createdAt,
                        version + 1);
    }
}
