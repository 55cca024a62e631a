package com.foobar.web.settings;

import org.jspecify.annotations.Nullable;

/**
 * The form for changing the password, as typed; a field that was not sent is null.
 *
 * @param tokens {@code keep} to keep the API tokens; any other value revokes them
 */
record PasswordForm(@Nullable String currentPassword, @Nullable String newPassword, @Nullable String tokens) {

    /** Returns whether the API tokens are revoked too. */
    public boolean revokesTokens() {
        return !"keep".equals(tokens);
    }

    @Override
    public String toString() {
        return "PasswordForm[tokens=" + tokens + "]";
    }
}
