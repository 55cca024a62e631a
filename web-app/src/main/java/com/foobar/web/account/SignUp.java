package com.foobar.web.account;

import org.jspecify.annotations.Nullable;

/**
 * What someone typed to get an account; a field that was not sent is null.
 *
 * @param displayName the username is used where it is blank
 * @param email may be blank
 */
public record SignUp(@Nullable String username, @Nullable String displayName, @Nullable String email,
        @Nullable String password) {

    @Override
    public String toString() {
        return "SignUp[username=" + username + "]";
    }
}
