package com.foobar.failover.agent;

import java.util.function.LongPredicate;

import org.jspecify.annotations.Nullable;

import com.foobar.failover.etcd.Contents;
import com.foobar.failover.etcd.Published;
import com.foobar.failover.protocol.Leader;
import com.foobar.failover.protocol.Peer;
import com.foobar.failover.protocol.Roles;
import com.foobar.failover.protocol.Roles.Partner;
import com.foobar.failover.protocol.Stored;

/** What etcd holds, as one agent sees it. */
final class View {

    /** A successor that is further behind would keep writers waiting. */
    private static final long NEAR_MILLIS = 2_000;

    private final String self;
    private final String other;
    private final @Nullable Contents contents;
    private final LongPredicate ownLease;

    /**
     * Creates a view.
     *
     * @param contents null if etcd did not respond
     * @param ownLease whether a lease is this process's own
     */
    View(String self, String other, @Nullable Contents contents, LongPredicate ownLease) {
        this.self = self;
        this.other = other;
        this.contents = contents;
        this.ownLease = ownLease;
    }

    Contents contents() {
        if (contents == null) {
            throw new IllegalStateException("etcd did not respond");
        }
        return contents;
    }

    Roles roles() {
        Roles roles = contents().roles();
        if (roles == null) {
            throw new IllegalStateException("there are no roles");
        }
        return roles;
    }

    String reason() {
        return contents().reason();
    }

    long term() {
        Roles roles = rolesOrNull();
        return roles == null ? 0 : roles.term();
    }

    boolean isPrimary() {
        Roles roles = rolesOrNull();
        return roles != null && roles.primary().equals(self);
    }

    /** Returns whether the roles name this node, as the primary or as the partner. */
    boolean isNamed() {
        Roles roles = rolesOrNull();
        return roles != null && (roles.primary().equals(self) || roles.partner() != null);
    }

    boolean isLeaderless() {
        return contents != null && contents.leader() == null;
    }

    /** Returns whether there are a primary, a partner and a leader, so that nothing has to happen soon. */
    boolean isSettled() {
        Roles roles = rolesOrNull();
        return roles != null && roles.partner() != null && !isLeaderless();
    }

    boolean hasPublished() {
        return contents != null && contents.published().containsKey(self);
    }

    boolean isAskedToSwitchOver() {
        return isPrimary() && contents().switchoverFrom() == term();
    }

    boolean peerLeaves() {
        Published peer = peer();
        return peer != null && peer.leaving();
    }

    boolean mayPeerSucceedNow() {
        Published peer = peer();
        Partner partner = roles().partner();
        return peer != null && partner != null && partner.incarnation().equals(peer.incarnation())
                && peer.behind() < NEAR_MILLIS;
    }

    /** Returns what the protocol needs to know; null if etcd did not respond. */
    @Nullable
    Stored stored(LocalServer server) {
        if (contents == null) {
            return null;
        }
        Published peer = peer();
        return new Stored(contents.roles(), leader(contents), peer == null ? Peer.ABSENT
                : new Peer(peer.incarnation(), peer.empty(), peer.openTerm() != 0 && peer.openTerm() == term(),
                        peer.leaving(),
                        server.isCaughtUpBy(self, peer), server.hasMoreThanPeer()));
    }

    Status status(LocalServer server) {
        Roles roles = rolesOrNull();
        Partner partner = roles == null ? null : roles.partner();
        return new Status(self, roles == null ? null : roles.primary(), partner == null ? null : partner.node(), term(),
                contents == null ? null : contents.leader(), contents != null,
                partner != null && partner.node().equals(self) && server.isIncarnation(partner.incarnation()),
                server.responds(), server.isWritable(), server.setAside());
    }

    private Leader leader(Contents seen) {
        if (seen.leader() == null) {
            return Leader.NONE;
        }
        if (!self.equals(seen.leader())) {
            return Leader.PEER;
        }
        return ownLease.test(seen.leaderLease()) ? Leader.SELF : Leader.EARLIER_SELF;
    }

    private @Nullable Published peer() {
        return contents == null ? null : contents.published().get(other);
    }

    private @Nullable Roles rolesOrNull() {
        return contents == null ? null : contents.roles();
    }
}
