package com.foobar.replication.gtid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.foobar.replication.gtid.Intervals.Interval;

/**
 * A set in MySQL's notation, such as {@code 3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5:7:tag:1-3}: source identifiers,
 * optional tags, and the transaction numbers of each.
 */
public final class MySqlGtidSet implements GtidSet {

    private static final Pattern SOURCE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TAG = Pattern.compile("[a-z_][a-z0-9_]{0,31}");
    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

    private final Map<String, Intervals> sources;

    private MySqlGtidSet(Map<String, Intervals> sources) {
        this.sources = Map.copyOf(sources);
    }

    /**
     * Parses a set in the server's notation; white space is ignored, and letters may be of either case.
     *
     * @throws IllegalArgumentException if the text is not such a set
     */
    public static MySqlGtidSet parse(String text) {
        HashMap<String, List<Interval>> found = new HashMap<>();
        for (String part : text.toLowerCase(Locale.ROOT).replaceAll("\\s", "").split(",", -1)) {
            if (!part.isEmpty()) {
                parseSource(part.split(":", -1), found);
            }
        }
        HashMap<String, Intervals> sources = new HashMap<>();
        found.forEach((source, intervals) -> sources.put(source, Intervals.of(intervals)));
        return new MySqlGtidSet(sources);
    }

    private static void parseSource(String[] parts, Map<String, List<Interval>> found) {
        if (!SOURCE.matcher(parts[0]).matches() || parts.length < 2) {
            throw new IllegalArgumentException("Not a MySQL GTID set: it has a part without a source and a number.");
        }
        String source = parts[0];
        for (int i = 1; i < parts.length; i++) {
            Matcher interval = INTERVAL.matcher(parts[i]);
            if (interval.matches()) {
                long first = Long.parseLong(interval.group(1));
                long last = interval.group(2) == null ? first : Long.parseLong(interval.group(2));
                found.computeIfAbsent(source, _ -> new ArrayList<>()).add(new Interval(first, last));
            } else if (TAG.matcher(parts[i]).matches()) {
                source = parts[0] + ":" + parts[i];
            } else {
                throw new IllegalArgumentException(
                        "Not a MySQL GTID set: it has a part that is neither number nor tag.");
            }
        }
    }

    @Override
    public long missing(GtidSet other) {
        long missing = 0;
        for (Map.Entry<String, Intervals> entry : ((MySqlGtidSet) other).sources.entrySet()) {
            missing += sources.getOrDefault(entry.getKey(), Intervals.EMPTY).missing(entry.getValue());
        }
        return missing;
    }

    @Override
    public boolean isFrom(String source) {
        String uuid = source.toLowerCase(Locale.ROOT);
        return sources.keySet().stream().allMatch(key -> key.equals(uuid) || key.startsWith(uuid + ":"));
    }

    @Override
    public GtidSet union(GtidSet other) {
        HashMap<String, Intervals> all = new HashMap<>(sources);
        ((MySqlGtidSet) other).sources
                .forEach((source, intervals) -> all.merge(source, intervals, Intervals::union));
        return new MySqlGtidSet(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MySqlGtidSet that && sources.equals(that.sources);
    }

    @Override
    public int hashCode() {
        return sources.hashCode();
    }

    @Override
    public String toString() {
        return sources.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(source -> source.getKey() + ":" + source.getValue()).collect(Collectors.joining(","));
    }
}
