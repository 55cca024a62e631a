package com.foobar.web.api;

import com.foobar.web.account.Viewer;

/** The viewer's account in responses. */
record AccountResource(String username, String displayName) {

    static AccountResource of(Viewer viewer) {
        return new AccountResource(viewer.username(), viewer.displayName());
    }
}
