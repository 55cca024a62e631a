package com.foobar.web.account;

import java.time.Instant;

/**
 * An account as its owner sees it.
 *
 * @param email empty if the owner gave no address
 * @param emailVisible whether readers see the address too
 * @param version grows with each change of the profile
 */
public record Profile(long accountId, String username, String displayName, String biography, String email,
        boolean emailVisible, Instant createdAt, long version) {}
