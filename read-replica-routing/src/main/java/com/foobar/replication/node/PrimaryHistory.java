package com.foobar.replication.node;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.status.Lag;

/**
 * Where the primary was when. Lag comes from it rather than from the replica's own word, which is null or zero in just
 * the cases that matter: when it has lost its source, or waits for it.
 */
final class PrimaryHistory {

    /**
     * Ten minutes of constant writing at two questions a second; what is longer ago than that is at least that far
     * behind.
     */
    private static final int LONGEST = 1_200;

    private final Deque<Entry> newestLast = new ArrayDeque<>();

    private record Entry(long nanoTime, GtidSet executed) {}

    /**
     * Notes where the primary is.
     *
     * @param nanoTime when, by {@link System#nanoTime()}
     */
    synchronized void add(long nanoTime, GtidSet executed) {
        Entry newest = newestLast.peekLast();
        if (newest == null || !newest.executed().equals(executed)) {
            newestLast.addLast(new Entry(nanoTime, executed));
            if (newestLast.size() > LONGEST) {
                newestLast.removeFirst();
            }
        }
    }

    /**
     * How far a node is behind.
     *
     * @param executed what it said that it has
     * @param nanoTime when it said so: what the primary did later is no lag
     */
    synchronized Lag behind(GtidSet executed, long nanoTime) {
        Entry newest = null;
        Entry oldestMissing = null;
        for (Iterator<Entry> entries = newestLast.descendingIterator(); entries.hasNext();) {
            Entry entry = entries.next();
            if (entry.nanoTime() - nanoTime <= 0) {
                newest = newest == null ? entry : newest;
                if (executed.contains(entry.executed())) {
                    break;
                }
                oldestMissing = entry;
            }
        }
        return newest == null || oldestMissing == null ? Lag.NONE
                : new Lag(Duration.ofNanos(nanoTime - oldestMissing.nanoTime()), executed.missing(newest.executed()));
    }
}
