package com.foobar.replication.node;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.dialect.Report;

/**
 * The state of a node after its latest probe; immutable.
 *
 * @param report what the node last reported, or null if it does not respond
 * @param lastReport what the node last reported, also if it does not respond any more; null if it never responded
 * @param respondedAt when the node responded, by {@link System#nanoTime()}; meaningless if it does not respond
 * @param problem why the node does not respond, or null if it does
 * @param misses how many times in a row the node has not responded
 */
public record NodeState(@Nullable Report report, @Nullable Report lastReport, long respondedAt,
        @Nullable String problem, int misses) {

    static final NodeState UNASKED = new NodeState(null, null, 0, "It has not been asked yet.", 0);

    static NodeState responded(Report report, long nanoTime) {
        return new NodeState(report, report, nanoTime, null, 0);
    }

    NodeState missed(String why) {
        return new NodeState(null, lastReport, 0, why, misses + 1);
    }

    /** Returns whether the node reports that it accepts writes; false if it does not respond. */
    public boolean writable() {
        return report != null && report.writable();
    }

    /** Returns whether the node responded when it was last asked. */
    public boolean reachable() {
        return report != null;
    }
}
