package com.foobar.web.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The colours of the pages. */
public enum Theme {
    /** Follows the setting of the reader's system. */
    SYSTEM, LIGHT, DARK;

    /** Returns the name of the theme in pages and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the theme with a code; empty if there is none. */
    public static Optional<Theme> of(@Nullable String code) {
        return Arrays.stream(values()).filter(theme -> theme.code().equals(code)).findFirst();
    }
}
