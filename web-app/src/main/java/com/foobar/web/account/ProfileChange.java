package com.foobar.web.account;

import org.jspecify.annotations.Nullable;

/**
 * The new content of a profile. A text that was not sent is null, and the field becomes empty.
 *
 * @param version the version of the profile that the owner saw
 */
public record ProfileChange(@Nullable String displayName, @Nullable String biography, @Nullable String email,
        boolean emailVisible, long version) {}
