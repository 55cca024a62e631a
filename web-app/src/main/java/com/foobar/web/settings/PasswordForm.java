package com.foobar.web.settings;

import org.jspecify.annotations.Nullable;

/**
 * What someone typed to change their password; a field that was not sent is null.
 *
 * @param tokens {@code keep} or, as with anything else, revoke the API tokens
 */
record PasswordForm(@Nullable String currentPassword, @Nullable String newPassword, @Nullable String tokens) {

    /** Whether the API tokens end too. */
    public boolean revokesTokens() {
        return !"keep".equals(tokens);
    }

    @Override
    public String toString() {
        return "PasswordForm[tokens=" + tokens + "]";
    }
}
