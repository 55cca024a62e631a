package com.foobar.failover.mysql;

import java.time.Duration;

/** Finds out that the other node has not acknowledged commits for too long. */
public final class AcknowledgementWatch {

    private final long limitNanos;
    private long lastProgress;
    private long acknowledged = -1;

    /** Creates a watch with a limit. */
    public AcknowledgementWatch(Duration limit) {
        this.limitNanos = limit.toNanos();
    }

    /**
     * Returns whether acknowledgements have been missing for longer than the limit. A closed server that waits for its
     * partner makes no progress.
     *
     * @param waits whether commits wait for an acknowledgement
     * @param writable whether there can be commits
     * @param partners how many nodes are connected that acknowledge
     * @param waiting how many commits wait now
     * @param soFar how many commits have been acknowledged since the start of the server
     * @param now by {@link System#nanoTime()}
     */
    public boolean isSilent(boolean waits, boolean writable, long partners, long waiting, long soFar, long now) {
        boolean progress = !waits || (writable && partners > 0 && (waiting == 0 || soFar != acknowledged));
        acknowledged = soFar;
        if (progress) {
            lastProgress = now;
        }
        return now - lastProgress > limitNanos;
    }
}
