package com.foobar.web.api;

import com.foobar.web.account.Viewer;

/** Who makes requests, as responses say it. */
record AccountResource(String username, String displayName) {

    static AccountResource of(Viewer viewer) {
        return new AccountResource(viewer.username(), viewer.displayName());
    }
}
