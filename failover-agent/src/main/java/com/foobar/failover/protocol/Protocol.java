package com.foobar.failover.protocol;

import com.foobar.failover.protocol.Roles.Partner;
import com.foobar.failover.protocol.Server.Phase;
import com.foobar.failover.protocol.Step.Action;

/**
 * Decides the next step of one agent. The rules are those of Patroni's synchronous mode, and {@code docs/failover.md}
 * says which invariants they keep and why. No rule compares clocks: the lease decides when a successor may try, and the
 * roles decide who it is.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/replication_modes.html#synchronous-mode">Patroni's synchronous
 *      mode</a>
 */
public final class Protocol {

    private final String self;
    private final String other;

    /** Creates the rules for the agent of one node. */
    public Protocol(String self, String other) {
        this.self = self;
        this.other = other;
    }

    /** Returns the next step. */
    public Step next(Observation seen) {
        Stored stored = seen.stored();
        if (stored == null) {
            return withoutStore(seen);
        }
        if (stored.roles() == null) {
            return withoutRoles(seen.server(), stored);
        }
        if (seen.unsettled()) {
            return new Step(Action.SETTLE, stored.roles());
        }
        return self.equals(stored.roles().primary()) ? asPrimary(seen, stored, stored.roles())
                : asOther(seen, stored, stored.roles());
    }

    private static Step withoutStore(Observation seen) {
        Server server = seen.server();
        if (server.writable() && seen.leaseExpired() && !server.acknowledgesSafely()) {
            return Step.of(Action.KILL);
        }
        return Step.of(server.phase() == Phase.STOPPED ? Action.START : Action.WAIT);
    }

    private Step withoutRoles(Server server, Stored stored) {
        if (server.writable()) {
            // That the other node receives from this one was published after the loss, so it was not promoted before.
            if (!server.waits() || stored.peer().hasCaughtUp()) {
                return new Step(Action.CREATE_ROLES, new Roles(self, null, server.term() + 1));
            }
            return Step.of(server.acknowledgesSafely() ? Action.WAIT : Action.KILL);
        }
        if (server.phase() == Phase.EMPTY && stored.peer().empty()) {
            return new Step(Action.CREATE_ROLES, new Roles(self, null, 1));
        }
        return Step.of(server.phase() == Phase.STOPPED ? Action.START : Action.NEED_OPERATOR);
    }

    private Step asPrimary(Observation seen, Stored stored, Roles roles) {
        Server server = seen.server();
        boolean leads = stored.leader() == Leader.SELF;
        if (server.phase() != Phase.RUNNING) {
            return leads ? Step.of(Action.RESIGN) : prepareAsPrimary(server.phase(), stored.peer());
        }
        Partner partner = roles.partner();
        if (server.stuck() && partner != null) {
            return Step.of(leads ? Action.RESIGN : Action.KILL);
        }
        if (seen.leaving() && partner != null && isThePartner(stored.peer(), partner)) {
            return server.writable() ? Step.of(Action.CLOSE) : Step.of(leads ? Action.RESIGN : Action.WAIT);
        }
        if (!leads) {
            return Step.of(stored.leader() == Leader.PEER ? Action.WAIT : Action.LEAD);
        }
        if (server.receiving()) {
            return Step.of(Action.STOP_RECEIVING);
        }
        if (server.term() > roles.term()) {
            return new Step(Action.CHANGE_ROLES, new Roles(self, partner, server.term() + 1));
        }
        return partner == null ? alone(server, stored.peer(), roles)
                : withPartner(server, stored.peer(), roles, partner);
    }

    private static Step prepareAsPrimary(Phase phase, Peer peer) {
        return Step.of(switch (phase) {
            // An empty primary beside a node that has data, or may have it, would lose that data.
            case EMPTY -> peer.empty() ? Action.INITIALISE : Action.NEED_OPERATOR;
            case STOPPED -> Action.START;
            case PREPARING, STARTING, RUNNING -> Action.WAIT;
        });
    }

    /** The primary acknowledges commits alone until the other node has caught up. */
    private Step alone(Server server, Peer peer, Roles roles) {
        if (!server.writable()) {
            return Step.of(server.waits() ? Action.GO_ALONE : server.applied() ? Action.OPEN : Action.WAIT);
        }
        boolean caughtUp = server.connected() && peer.hasCaughtUp();
        boolean unnamedTerm = server.term() < roles.term();
        if (server.waits() && (unnamedTerm || server.silent() || !server.connected() || peer.leaving())) {
            return Step.of(Action.GO_ALONE);
        }
        if (unnamedTerm) {
            return Step.of(Action.OPEN);
        }
        if (!server.waits()) {
            return Step.of(caughtUp ? Action.WAIT_FOR_PARTNER : Action.WAIT);
        }
        // Commits wait for the other node already, so it has all that is acknowledged from now on too.
        return caughtUp ? admit(roles, peer.incarnation()) : Step.of(Action.WAIT);
    }

    private Step withPartner(Server server, Peer peer, Roles roles, Partner partner) {
        if (!server.waits()) {
            return Step.of(Action.WAIT_FOR_PARTNER);
        }
        boolean current = isThePartner(peer, partner);
        if (server.silent() || (!server.writable() && !current)) {
            return new Step(Action.CHANGE_ROLES, roles.withPartner(null));
        }
        if (!server.writable()) {
            // Crash recovery commits what waited for the partner. A reader must not see it before the partner has it.
            return Step.of(peer.hasAll() ? Action.OPEN : Action.WAIT);
        }
        boolean restarted = !current && peer.hasCaughtUp();
        return restarted && server.connected() ? admit(roles, peer.incarnation()) : Step.of(Action.WAIT);
    }

    private Step admit(Roles roles, String incarnation) {
        return new Step(Action.CHANGE_ROLES, roles.withPartner(new Partner(other, incarnation)));
    }

    private static boolean isThePartner(Peer peer, Partner partner) {
        return partner.incarnation().equals(peer.incarnation());
    }

    private Step asOther(Observation seen, Stored stored, Roles roles) {
        Server server = seen.server();
        if (server.writable()) {
            return Step.of(Action.KILL);
        }
        if (stored.leader() == Leader.SELF) {
            return Step.of(Action.RESIGN);
        }
        Partner partner = roles.partner();
        boolean eligible = partner != null && server.phase() == Phase.RUNNING && !server.stuck() && !seen.leaving()
                && partner.incarnation().equals(server.incarnation());
        if (partner != null && !eligible) {
            return new Step(Action.CHANGE_ROLES, roles.withPartner(null));
        }
        if (eligible && stored.leader() == Leader.NONE) {
            return succeed(server, roles);
        }
        return follow(server, stored);
    }

    /**
     * The order carries the proof: after the receiver has stopped, the old primary gets no acknowledgement any more;
     * and what was received is applied before the roles change, because a server that starts again discards the rest.
     */
    private Step succeed(Server server, Roles roles) {
        if (server.receiving()) {
            return Step.of(Action.STOP_RECEIVING);
        }
        return server.applied() ? new Step(Action.TAKE_OVER, roles.succeededBy(self)) : Step.of(Action.WAIT);
    }

    private static Step follow(Server server, Stored stored) {
        Peer peer = stored.peer();
        boolean led = stored.leader() == Leader.PEER && peer.open();
        return Step.of(switch (server.phase()) {
            case EMPTY -> led ? Action.CLONE : Action.WAIT;
            case STOPPED -> Action.START;
            case PREPARING, STARTING -> Action.WAIT;
            case RUNNING -> followAsReplica(server, led, peer.lacks());
        });
    }

    private static Action followAsReplica(Server server, boolean led, boolean hasMoreThanThePrimary) {
        if (server.waits()) {
            return Action.GO_ALONE;
        }
        if (server.follows()) {
            return led && server.unfollowable() ? Action.CLONE : server.receiving() ? Action.WAIT : Action.RECEIVE;
        }
        if (!led) {
            return Action.WAIT;
        }
        return hasMoreThanThePrimary ? Action.CLONE : Action.FOLLOW;
    }
}
