package com.foobar.web.account;

import org.jspecify.annotations.Nullable;

/**
 * The sign-in form, as typed; a field that was not sent is null.
 *
 * @param next the page to show after the sign-in
 */
record SignInForm(@Nullable String username, @Nullable String password, @Nullable String next) {

    @Override
    public String toString() {
        return "SignInForm[username=" + username + "]";
    }
}
