package com.foobar.replication.routing;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.status.Applier;
import com.foobar.replication.status.Lag;

/** Decides whether a replica is eligible for reads, independently of the reader. */
final class NodeEligibility {

    private NodeEligibility() {}

    /**
     * Returns why the replica is not eligible, or null if it is eligible.
     *
     * @param applier the state of the replica's applier, or null if the replica does not respond
     * @param deposed whether the node is writable although a newer term than its own has begun
     * @param lag how far the replica is behind the primary
     * @param maxLag how far the replica may be behind and still be read from
     * @param primaryIsUp whether the primary responds; without a primary, a replica that lost its source has the newest
     *            data that there is
     */
    static @Nullable Reason reasonAgainst(@Nullable Applier applier, boolean deposed, Lag lag, Duration maxLag,
            boolean primaryIsUp) {
        if (applier == null) {
            return Reason.DOWN;
        }
        if (deposed) {
            return Reason.DEPOSED;
        }
        if (applier == Applier.STOPPED
                || ((applier == Applier.DISCONNECTED || applier == Applier.NONE) && primaryIsUp)) {
            return Reason.STOPPED;
        }
        return lag.time().compareTo(maxLag) > 0 ? Reason.BEHIND : null;
    }
}
