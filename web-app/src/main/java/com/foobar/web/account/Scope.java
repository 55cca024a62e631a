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

    /** Allows requests that change nothing. */
    READ,

    /** Allows all requests; a token that may change something may also read it. */
    WRITE;

    private static final String SEPARATOR = " ";

    /** Returns the chosen scopes together with the scopes that they imply: {@link #READ} always belongs to them. */
    public static Set<Scope> closed(Collection<Scope> chosen) {
        return Collections.unmodifiableSet(chosen.contains(WRITE) ? EnumSet.allOf(Scope.class) : EnumSet.of(READ));
    }

    /** Returns the name of the scope in requests, responses and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the scope with a code; upper case and lower case are the same.
     *
     * @throws IllegalArgumentException if there is no such scope
     */
    public static Scope of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static String column(Set<Scope> scopes) {
        return scopes.stream().map(Scope::code).collect(Collectors.joining(SEPARATOR));
    }

    /**
     * Reads the scopes from the database. Ignores unknown scopes: a later version of the site may have written them,
     * and this version cannot allow what it does not know.
     */
    static Set<Scope> read(String column) {
        List<String> codes = List.of(column.split(SEPARATOR));
        return Arrays.stream(values()).filter(scope -> codes.contains(scope.code()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
