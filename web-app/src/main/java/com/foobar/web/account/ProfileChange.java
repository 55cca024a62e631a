package com.foobar.web.account;

import org.jspecify.annotations.Nullable;

/**
 * What an owner wants their profile to say; a field that was not sent is null and so becomes empty.
 *
 * @param version that of the profile which the owner saw
 */
public record ProfileChange(@Nullable String displayName, @Nullable String biography, @Nullable String email,
        boolean emailVisible, long version) {}
