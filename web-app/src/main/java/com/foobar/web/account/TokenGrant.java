package com.foobar.web.account;

import java.util.Set;

/** The API token of a request, and what it may be used for. */
public record TokenGrant(long id, Set<Scope> scopes) {

    public TokenGrant {
        scopes = Set.copyOf(scopes);
    }
}
