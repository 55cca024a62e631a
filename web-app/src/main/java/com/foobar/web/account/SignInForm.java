package com.foobar.web.account;

import org.jspecify.annotations.Nullable;

/**
 * What someone typed to sign in; a field that was not sent is null.
 *
 * @param next the page to go on to
 */
record SignInForm(@Nullable String username, @Nullable String password, @Nullable String next) {

    @Override
    public String toString() {
        return "SignInForm[username=" + username + "]";
    }
}
