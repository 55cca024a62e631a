package com.foobar.web.account;

import org.jspecify.annotations.Nullable;

/**
 * The sign-up form, as typed; a field that was not sent is null.
 *
 * @param displayName if blank, the username is used
 * @param email may be blank
 */
public record SignUp(@Nullable String username, @Nullable String displayName, @Nullable String email,
        @Nullable String password) {

    @Override
    public String toString() {
        return "SignUp[username=" + username + "]";
    }
}
