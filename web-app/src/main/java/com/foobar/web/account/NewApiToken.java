package com.foobar.web.account;

/**
 * An API token that was just made.
 *
 * @param token to be shown to its owner now, for it is kept nowhere
 */
public record NewApiToken(ApiTokenView view, String token) {

    @Override
    public String toString() {
        return "NewApiToken[view=" + view + "]";
    }
}
