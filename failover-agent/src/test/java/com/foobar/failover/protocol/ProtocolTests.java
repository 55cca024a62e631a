package com.foobar.failover.protocol;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.foobar.failover.protocol.Roles.Partner;
import com.foobar.failover.protocol.Server.Phase;
import com.foobar.failover.protocol.Step.Action;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The situations that the model does not reach: empty nodes, lost volumes, a restored history, a source without logs.
 */
class ProtocolTests {

    private static final Peer EMPTY_PEER = new Peer("", true, false, false, false, false);
    private static final Peer FULL_PEER = new Peer("run-9", false, false, false, false, false);
    private static final Peer OPEN_PEER = new Peer("run-9", false, true, false, false, false);
    private static final Server EMPTY = Server.notRunning(Phase.EMPTY);

    private final Protocol protocol = new Protocol("mysql-1", "mysql-2");

    @Test
    void firstRolesNeedTwoEmptyNodes() {
        assertThat(next(stored(null, Leader.NONE, EMPTY_PEER), EMPTY))
                .isEqualTo(new Step(Action.CREATE_ROLES, new Roles("mysql-1", null, 1)));
        assertThat(next(stored(null, Leader.NONE, FULL_PEER), EMPTY).action()).isEqualTo(Action.NEED_OPERATOR);
        assertThat(next(stored(null, Leader.NONE, Peer.ABSENT), EMPTY).action()).isEqualTo(Action.NEED_OPERATOR);
    }

    @Test
    void emptyPrimaryMakesDataOnlyBesideAnEmptyNode() {
        Roles roles = new Roles("mysql-1", null, 1);
        assertThat(next(stored(roles, Leader.NONE, EMPTY_PEER), EMPTY).action()).isEqualTo(Action.INITIALISE);
        assertThat(next(stored(roles, Leader.NONE, FULL_PEER), EMPTY).action()).isEqualTo(Action.NEED_OPERATOR);
        assertThat(next(stored(roles, Leader.NONE, Peer.ABSENT), EMPTY).action()).isEqualTo(Action.NEED_OPERATOR);
    }

    @Test
    void emptyReplicaIsClonedOnlyFromAnOpenLeader() {
        Roles roles = new Roles("mysql-2", null, 3);
        assertThat(next(stored(roles, Leader.PEER, OPEN_PEER), EMPTY).action()).isEqualTo(Action.CLONE);
        assertThat(next(stored(roles, Leader.PEER, FULL_PEER), EMPTY).action()).isEqualTo(Action.WAIT);
        assertThat(next(stored(roles, Leader.NONE, OPEN_PEER), EMPTY).action()).isEqualTo(Action.WAIT);
    }

    @Test
    void replicaWhoseSourcePurgedWhatItLacksIsClonedAnew() {
        Roles roles = new Roles("mysql-2", null, 3);
        assertThat(next(stored(roles, Leader.PEER, OPEN_PEER), replica(true)).action()).isEqualTo(Action.CLONE);
        assertThat(next(stored(roles, Leader.PEER, OPEN_PEER), replica(false)).action()).isEqualTo(Action.RECEIVE);
    }

    @Test
    void restoredDataWithANewerTermMovesTheRolesBeyondIt() {
        Roles roles = new Roles("mysql-1", null, 3);
        assertThat(next(stored(roles, Leader.SELF, Peer.ABSENT), closed(7)))
                .isEqualTo(new Step(Action.CHANGE_ROLES, new Roles("mysql-1", null, 8)));
        assertThat(next(stored(roles, Leader.SELF, Peer.ABSENT), closed(3)).action()).isEqualTo(Action.OPEN);
    }

    @Test
    void stuckPrimaryGivesItsRoleAwayOnlyIfThereIsAPartner() {
        Roles alone = new Roles("mysql-1", null, 3);
        Roles paired = alone.withPartner(new Partner("mysql-2", "run-9"));
        assertThat(next(stored(paired, Leader.SELF, FULL_PEER), stuck()).action()).isEqualTo(Action.RESIGN);
        assertThat(next(stored(paired, Leader.NONE, FULL_PEER), stuck()).action()).isEqualTo(Action.KILL);
        assertThat(next(stored(alone, Leader.SELF, FULL_PEER), stuck()).action()).isEqualTo(Action.WAIT);
    }

    private Step next(Stored stored, Server server) {
        return protocol.next(new Observation(stored, server, false, false, false));
    }

    private static Stored stored(@Nullable Roles roles, Leader leader, Peer peer) {
        return new Stored(roles, leader, peer);
    }

    private static Server replica(boolean unfollowable) {
        return new Server(Phase.RUNNING, "run-1", false, false, false, false, true, false, true, false, unfollowable,
                3);
    }

    private static Server closed(long term) {
        return new Server(Phase.RUNNING, "run-1", false, false, false, false, false, false, true, false, false, term);
    }

    private static Server stuck() {
        return new Server(Phase.RUNNING, "run-1", true, false, false, false, false, false, true, true, false, 3);
    }
}
