package com.foobar.web.instance;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the proxies' names from the header Via (RFC 9110, section 7.6.3). */
final class Via {

    private static final Pattern RECEIVED_BY = Pattern.compile("(?:[^\\s,/]+/)?[^\\s,/]+\\s+([A-Za-z0-9._:-]{1,63})");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final int LONGEST_WAY = 8;

    private Via() {}

    /**
     * Returns the proxies' names in the order in which the request passed them, at most {@code LONGEST_WAY}. Malformed
     * entries are left out.
     */
    static List<String> names(Iterable<String> values) {
        return COMMA.splitAsStream(String.join(",", values)).map(String::strip).map(RECEIVED_BY::matcher)
                .filter(Matcher::lookingAt).map(match -> match.group(1)).limit(LONGEST_WAY).toList();
    }
}
