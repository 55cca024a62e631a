package com.foobar.web.account;

import java.util.Set;

/** The API token that a request came with, and what that may be used for. */
public record TokenGrant(long id, Set<Scope> scopes) {

    public TokenGrant {
        scopes = Set.copyOf(scopes);
    }
}
