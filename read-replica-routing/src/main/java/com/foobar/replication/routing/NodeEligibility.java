package com.foobar.replication.routing;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.status.Applier;
import com.foobar.replication.status.Lag;

/** Whether a replica may be read from at all, whoever reads. */
final class NodeEligibility {

    private NodeEligibility() {}

    /**
     * Why not, or null where it may.
     *
     * @param applier what the replica says of itself, or null where it does not answer
     * @param maxLag how far behind it may be
     * @param primaryIsUp whether there is one to be behind of: without, a replica that lost its source has all there is
     */
    static @Nullable Reason reasonAgainst(@Nullable Applier applier, Lag lag, Duration maxLag, boolean primaryIsUp) {
        if (applier == null) {
            return Reason.DOWN;
        }
        if (applier == Applier.STOPPED
                || ((applier == Applier.DISCONNECTED || applier == Applier.NONE) && primaryIsUp)) {
            return Reason.STOPPED;
        }
        return lag.time().compareTo(maxLag) > 0 ? Reason.BEHIND : null;
    }
}
