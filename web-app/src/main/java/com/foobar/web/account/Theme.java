package com.foobar.web.account;

import java.util.Locale;

/** The colours that a reader wants pages in. */
public enum Theme {
    /** As the reader's system asks. */
    SYSTEM, LIGHT, DARK;

    /** As pages and the database name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
