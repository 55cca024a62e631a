package com.foobar.failover.mysql;

import java.time.Duration;

/**
 * Decides whether the other node has received what it must have before it becomes the partner.
 *
 * <p>
 * While commits wait, it must have everything that was in the binary log when commits waited already and its present
 * run was first seen: what came before may have been acknowledged without it, or by an earlier run that has lost it;
 * each later commit waits for it. While commits do not wait, it must not be far behind.
 */
public final class CatchUp {

    private static final long NEAR_NANOS = Duration.ofSeconds(3).toNanos();

    private BinlogPosition mark = BinlogPosition.NONE;
    private String markedFor = "";
    private boolean markedWaiting;
    private long markedAt;
    private boolean near;

    /**
     * Returns whether the other node has what it must have.
     *
     * @param waits whether commits wait for an acknowledgement
     * @param incarnation the run of the other server, read before {@code end}
     * @param received the position up to which it has received, at any time before now
     * @param end the end of the binary log now
     * @param now by {@link System#nanoTime()}
     */
    public boolean hasAll(boolean waits, String incarnation, BinlogPosition received, BinlogPosition end, long now) {
        if (!incarnation.equals(markedFor) || waits != markedWaiting) {
            near = false;
            mark(waits, incarnation, end, now);
            return false;
        }
        boolean reached = received.compareTo(mark) >= 0;
        if (waits) {
            return reached;
        }
        if (reached || now - markedAt > NEAR_NANOS) {
            near = reached && now - markedAt <= NEAR_NANOS;
            mark(false, incarnation, end, now);
        }
        return near;
    }

    private void mark(boolean waits, String incarnation, BinlogPosition end, long now) {
        mark = end;
        markedFor = incarnation;
        markedWaiting = waits;
        markedAt = now;
    }
}
