package com.foobar.web.replication.gtid;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** MariaDB's form, such as {@code 0-1-270,1-2-5}: the last number of each domain stands for all before it. */
public final class MariaDbGtidSet implements GtidSet {

    private static final Pattern GTID = Pattern.compile("(\\d{1,10})-\\d{1,10}-(\\d{1,18})");

    private final Map<Long, Long> lastByDomain;

    private MariaDbGtidSet(Map<Long, Long> lastByDomain) {
        this.lastByDomain = Map.copyOf(lastByDomain);
    }

    /**
     * Reads a position as the server writes it.
     *
     * @throws IllegalArgumentException
     *             where the text is not such a position
     */
    public static MariaDbGtidSet parse(String text) {
        var last = new HashMap<Long, Long>();
        for (String part : text.replaceAll("\\s", "").split(",", -1)) {
            var gtid = GTID.matcher(part);
            if (gtid.matches()) {
                last.merge(Long.valueOf(gtid.group(1)), Long.valueOf(gtid.group(2)), Math::max);
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
        for (var wanted : ((MariaDbGtidSet) other).lastByDomain.entrySet()) {
            missing += Math.max(0, wanted.getValue() - lastByDomain.getOrDefault(wanted.getKey(), 0L));
        }
        return missing;
    }

    @Override
    public GtidSet union(GtidSet other) {
        var all = new HashMap<>(lastByDomain);
        ((MariaDbGtidSet) other).lastByDomain.forEach((domain, number) -> all.merge(domain, number, Math::max));
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
        return lastByDomain.toString();
    }
}
