package com.foobar.replication.node;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.dialect.Report;

/**
 * What is known of a node; immutable.
 *
 * @param report what it last said, or null where it does not answer
 * @param answeredAt when, by {@link System#nanoTime()}; of no meaning where it does not answer
 * @param problem why it does not answer, or null where it does
 * @param misses how many times in a row it has not answered
 */
public record NodeState(@Nullable Report report, long answeredAt, @Nullable String problem, int misses) {

    static final NodeState UNASKED = new NodeState(null, 0, "It has not been asked yet.", 0);

    static NodeState answered(Report report, long nanoTime) {
        return new NodeState(report, nanoTime, null, 0);
    }

    NodeState missed(String why) {
        return new NodeState(null, 0, why, misses + 1);
    }

    /** Whether it says that it takes writes. */
    public boolean writable() {
        return report != null && report.writable();
    }

    /** Whether it answered when last asked. */
    public boolean reachable() {
        return report != null;
    }
}
