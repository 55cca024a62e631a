package com.foobar.web.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The colours that a reader wants pages in. */
public enum Theme {
    /** As the reader's system asks. */
    SYSTEM, LIGHT, DARK;

    /** As pages and the database name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme that a code names. */
    public static Optional<Theme> of(@Nullable String code) {
        return Arrays.stream(values()).filter(theme -> theme.code().equals(code)).findFirst();
    }
}
