package com.foobar.replication.node;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.status.Lag;

/**
 * The positions of the primary over time. Lag is computed from them and not from the replica's own statement, which is
 * null or zero in exactly the cases that matter: when the replica has lost its source, or waits for it.
 */
final class PrimaryHistory {

    /**
     * Ten minutes of constant writes at two probes a second. A node that is further behind is reported as ten minutes
     * behind.
     */
    private static final int LONGEST = 1_200;

    private final Deque<Entry> newestLast = new ArrayDeque<>();

    private record Entry(long nanoTime, GtidSet executed) {}

    /**
     * Records the position of the primary.
     *
     * @param nanoTime when the primary reported it, by {@link System#nanoTime()}
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
     * Returns how far a node is behind the primary.
     *
     * @param executed the transactions that the node reported
     * @param nanoTime when the node reported them; transactions that the primary committed later are no lag
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
