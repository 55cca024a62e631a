package com.foobar.replication.gtid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** An immutable set of transaction numbers. Its intervals are sorted and neither overlap nor touch. */
record Intervals(List<Interval> ordered) {

    static final Intervals EMPTY = new Intervals(List.of());

    /** An interval of transaction numbers; both ends are included. */
    record Interval(long first, long last) {

        Interval {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException(
                        "Not an interval of transaction numbers: %d-%d".formatted(first, last));
            }
        }

        long size() {
            return last - first + 1;
        }

        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    static Intervals of(List<Interval> intervals) {
        ArrayList<Interval> merged = new ArrayList<>();
        for (Interval next : intervals.stream().sorted(Comparator.comparingLong(Interval::first)).toList()) {
            if (!merged.isEmpty() && next.first() <= merged.getLast().last() + 1) {
                Interval before = merged.removeLast();
                merged.add(new Interval(before.first(), Math.max(before.last(), next.last())));
            } else {
                merged.add(next);
            }
        }
        return new Intervals(List.copyOf(merged));
    }

    Intervals union(Intervals other) {
        ArrayList<Interval> all = new ArrayList<>(ordered);
        all.addAll(other.ordered);
        return of(all);
    }

    /** Returns how many numbers of the other set are not in this set. */
    long missing(Intervals other) {
        long missing = 0;
        int next = 0;
        for (Interval wanted : other.ordered) {
            missing += wanted.size();
            while (next < ordered.size() && ordered.get(next).last() < wanted.first()) {
                next++;
            }
            // An interval may extend into the next wanted interval too, so the outer index does not advance here.
            for (int i = next; i < ordered.size() && ordered.get(i).first() <= wanted.last(); i++) {
                Interval own = ordered.get(i);
                missing -= Math.min(own.last(), wanted.last()) - Math.max(own.first(), wanted.first()) + 1;
            }
        }
        return missing;
    }

    @Override
    public String toString() {
        return ordered.stream().map(Interval::toString).collect(Collectors.joining(":"));
    }
}
