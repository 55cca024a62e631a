package com.foobar.web.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an API token may be used for (RFC 6749, section 3.3). */
public enum Scope {

    /** Requests that change nothing. */
    READ,

    /** All requests: what may change something may see it too. */
    WRITE;

    private static final String SEPARATOR = " ";

    /** The scopes that these come to. */
    public static Set<Scope> closed(Collection<Scope> chosen) {
        return Collections.unmodifiableSet(chosen.contains(WRITE) ? EnumSet.allOf(Scope.class) : EnumSet.of(READ));
    }

    /** As requests, responses and the database name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of that code. */
    public static Scope of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static String column(Set<Scope> scopes) {
        return scopes.stream().map(Scope::code).collect(Collectors.joining(SEPARATOR));
    }

    /** What this instance does not know, a later one may have written; it allows nothing here. */
    static Set<Scope> read(String column) {
        List<String> codes = List.of(column.split(SEPARATOR));
        return Arrays.stream(values()).filter(scope -> codes.contains(scope.code()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
