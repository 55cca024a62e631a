package com.foobar.web.infrastructure.picture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shortens a replication position so that it fits into the picture. */
final class Position {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern MYSQL_SOURCE = Pattern.compile("([0-9a-f]{8})(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:(.+)");
    private static final Pattern INTERVAL = Pattern.compile("(?:^|:)(\\d{1,18})(?:-(\\d{1,18}))?(?=:|$)");
    private static final Pattern MARIADB_GTID = Pattern.compile("\\d+-\\d+-(\\d{1,18})");

    private Position() {}

    /**
     * Returns a short form of a position. If the position has one source, the result is the beginning of the source's
     * identifier and its transactions, such as {@code 3e11fa47:1-2841}. If it has several sources, the result is the
     * number of transactions of all sources.
     */
    static String brief(String position) {
        String[] sources = COMMA.split(position);
        if (sources.length > 1) {
            return Phrases.count(Stream.of(sources).mapToLong(Position::transactions).sum(), "in ", "in ")
                    + sources.length + " sources";
        }
        Matcher source = MYSQL_SOURCE.matcher(position);
        return source.matches() ? source.group(1) + ":" + source.group(2) : position;
    }

    private static long transactions(String source) {
        Matcher gtid = MARIADB_GTID.matcher(source);
        if (gtid.matches()) {
            return Long.parseLong(gtid.group(1));
        }
        Matcher set = MYSQL_SOURCE.matcher(source);
        return set.matches() ? INTERVAL.matcher(set.group(2)).results().mapToLong(match -> {
            long first = Long.parseLong(match.group(1));
            return match.group(2) == null ? 1 : Long.parseLong(match.group(2)) - first + 1;
        }).sum() : 0;
    }
}
