package com.foobar.web.account;

/**
 * A device on which an account has signed in.
 *
 * @param token proves this at the next sign-in
 */
public record KnownDevice(long accountId, String token) {

    @Override
    public String toString() {
        return "KnownDevice[accountId=" + accountId + "]";
    }
}
