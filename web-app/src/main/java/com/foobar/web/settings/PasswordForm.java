package com.foobar.web.settings;

import org.jspecify.annotations.Nullable;

/** What someone typed to change their password; a field that was not sent is null. */
record PasswordForm(@Nullable String currentPassword, @Nullable String newPassword) {

    @Override
    public String toString() {
        return "PasswordForm[]";
    }
}
