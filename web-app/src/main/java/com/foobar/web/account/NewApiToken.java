package com.foobar.web.account;

/**
 * An API token that was just created.
 *
 * @param token the token itself; show it to its owner now, because it is stored nowhere
 */
public record NewApiToken(ApiTokenView view, String token) {

    @Override
    public String toString() {
        return "NewApiToken[view=" + view + "]";
    }
}
