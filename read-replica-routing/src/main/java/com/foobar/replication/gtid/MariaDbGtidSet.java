package com.foobar.replication.gtid;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A set in MariaDB's notation, such as {@code 0-1-270,1-2-5}: the last number of each domain stands for all numbers
 * before it.
 */
public final class MariaDbGtidSet implements GtidSet {

    private static final Pattern GTID = Pattern.compile("(\\d{1,10})-(\\d{1,10})-(\\d{1,18})");

    private final Map<Long, Last> lastByDomain;

    /** The last transaction of a domain, and the server that first committed it. */
    private record Last(long server, long number) {

        static final Last NONE = new Last(0, 0);

        Last orLater(Last other) {
            return other.number > number ? other : this;
        }
    }

    private MariaDbGtidSet(Map<Long, Last> lastByDomain) {
        this.lastByDomain = Map.copyOf(lastByDomain);
    }

    /**
     * Parses a position in the server's notation; white space is ignored.
     *
     * @throws IllegalArgumentException if the text is not such a position
     */
    public static MariaDbGtidSet parse(String text) {
        HashMap<Long, Last> last = new HashMap<>();
        for (String part : text.replaceAll("\\s", "").split(",", -1)) {
            Matcher gtid = GTID.matcher(part);
            if (gtid.matches()) {
                last.merge(Long.valueOf(gtid.group(1)),
                        new Last(Long.parseLong(gtid.group(2)), Long.parseLong(gtid.group(3))), Last::orLater);
            } else if (!part.isEmpty()) {
                throw new IllegalArgumentException(
                        "Not a MariaDB GTID position: it has a part that is not domain-server-number.");
            }
        }
        return new MariaDbGtidSet(last);
    }

    @Override
    public long missing(GtidSet other) {
        long missing = 0;
        for (Map.Entry<Long, Last> wanted : ((MariaDbGtidSet) other).lastByDomain.entrySet()) {
            missing += Math.max(0,
                    wanted.getValue().number() - lastByDomain.getOrDefault(wanted.getKey(), Last.NONE).number());
        }
        return missing;
    }

    @Override
    public boolean isFrom(String source) {
        return lastByDomain.values().stream().allMatch(last -> Long.toString(last.server()).equals(source));
    }

    @Override
    public GtidSet union(GtidSet other) {
        HashMap<Long, Last> all = new HashMap<>(lastByDomain);
        ((MariaDbGtidSet) other).lastByDomain.forEach((domain, last) -> all.merge(domain, last, Last::orLater));
        return new MariaDbGtidSet(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MariaDbGtidSet that && lastByDomain.equals(that.lastByDomain);
    }

    @Override
    public int hashCode() {
        return lastByDomain.hashCode();
    }

    @Override
    public String toString() {
        return lastByDomain.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(domain -> domain.getKey() + "-" + domain.getValue().server() + "-" + domain.getValue().number())
                .collect(Collectors.joining(","));
    }
}
