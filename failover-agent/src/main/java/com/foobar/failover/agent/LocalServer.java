package com.foobar.failover.agent;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.failover.etcd.Published;
import com.foobar.failover.mysql.AcknowledgementWatch;
import com.foobar.failover.mysql.BinlogPosition;
import com.foobar.failover.mysql.CatchUp;
import com.foobar.failover.mysql.DiskProbe;
import com.foobar.failover.mysql.MysqlServer;
import com.foobar.failover.mysql.ServerProcess;
import com.foobar.failover.mysql.ServerState;
import com.foobar.failover.protocol.Roles;
import com.foobar.failover.protocol.Server;
import com.foobar.failover.protocol.Server.Phase;

/** This node's server: what is known of it, and how it is changed. */
final class LocalServer {

    private final ServerProcess process;
    private final MysqlServer mysql;
    private final DiskProbe disk;
    private final SetAside setAside;
    private final AcknowledgementWatch acknowledgements;
    private final CatchUp catchUp = new CatchUp();
    private final Duration stuckLimit;
    private @Nullable ServerState last;
    private int setAsideCount;
    private boolean responds;
    private boolean silent;
    private long respondedAt;
    /** What had been received at an earlier look that is not known to be applied, and when that was. */
    private String earlier = "";
    private long earlierAt;
    /** Everything that had been received at this time is applied. */
    private long appliedAt;
    private long now;

    LocalServer(ServerProcess process, MysqlServer mysql, DiskProbe disk, Path setAside, Settings settings) {
        this.process = process;
        this.mysql = mysql;
        this.disk = disk;
        this.setAside = new SetAside(setAside);
        this.acknowledgements = new AcknowledgementWatch(settings.partnerLimit());
        this.stuckLimit = settings.stuckLimit();
    }

    /**
     * Asks the server for its state.
     *
     * @param peer what the other node's agent published, or null
     */
    void look(@Nullable Published peer) {
        setAsideCount = setAside.count();
        if (!process.runs()) {
            last = null;
            responds = false;
            silent = false;
            earlier = "";
            mysql.disconnect();
            return;
        }
        boolean first = last == null;
        try {
            ServerState state = peer == null ? mysql.ask("", "", earlier)
                    : mysql.ask(peer.serverUuid(), peer.executed(), earlier);
            now = System.nanoTime();
            last = state;
            responds = true;
            respondedAt = now;
            measureLag(state, first);
            silent = acknowledgements.isSilent(state.waits(), state.writable(), state.partners(), state.waiting(),
                    state.acknowledged(), now);
        } catch (SQLException e) {
            now = System.nanoTime();
            responds = false;
            silent = false;
        }
    }

    private void measureLag(ServerState state, boolean first) {
        appliedAt = first || state.applied() ? now : state.appliedEarlier() ? earlierAt : appliedAt;
        if (state.appliedEarlier()) {
            earlier = state.replica().retrieved();
            earlierAt = now;
        }
    }

    Server asSeen() {
        ServerState state = last;
        if (state == null) {
            return Server.notRunning(process.prepares() ? Phase.PREPARING
                    : process.isEmpty() ? Phase.EMPTY : process.runs() ? Phase.STARTING : Phase.STOPPED);
        }
        boolean stuck = (!state.writable() && state.replica().applierFailed())
                || disk.sinceSuccess().compareTo(stuckLimit) > 0
                || (!responds && now - respondedAt > stuckLimit.toNanos());
        // Of a server that does not respond, only its last state is known. So a replica counts as not caught up.
        return new Server(Phase.RUNNING, process.incarnation(), state.writable(), state.waits(),
                responds && state.partners() > 0, silent, !state.replica().source().isEmpty(),
                state.replica().receiving() || (!responds && !state.writable()), responds && state.applied(), stuck,
                state.replica().isUnfollowable(), state.term());
    }

    Published published(long openTerm, boolean leaving) {
        ServerState state = last;
        if (state == null) {
            return new Published("", process.isEmpty() && !process.prepares() && !process.runs(), 0, leaving, "",
                    BinlogPosition.NONE, 0, "", "", setAside());
        }
        return new Published(process.incarnation(), false, state.writable() ? openTerm : 0, leaving,
                state.replica().connected() && !state.replica().applierFailed() ? state.replica().source() : "",
                state.replica().received(),
                Duration.ofNanos(now - appliedAt).toMillis(), state.serverUuid(), state.executed(),
                setAside());
    }

    boolean isCaughtUpBy(String self, Published peer) {
        ServerState state = last;
        return responds && state != null && self.equals(peer.source())
                && catchUp.hasAll(state.waits(), peer.incarnation(), peer.position(), state.end(), now);
    }

    boolean hasMoreThanPeer() {
        return last != null && !last.surplus().isEmpty();
    }

    boolean responds() {
        return responds;
    }

    boolean isWritable() {
        return last != null && last.writable();
    }

    boolean waitsForPartner() {
        return last != null && last.waits();
    }

    boolean isApplying() {
        return last != null && !last.applied();
    }

    boolean isIncarnation(String incarnation) {
        return last != null && process.incarnation().equals(incarnation);
    }

    int setAside() {
        return setAsideCount;
    }

    void start() {
        process.start();
    }

    void kill() throws InterruptedException {
        process.kill();
        mysql.disconnect();
        last = null;
    }

    void stop(Duration limit) throws InterruptedException {
        process.stop(limit);
    }

    void initialise() {
        process.initialise();
    }

    void join() throws SQLException, InterruptedException {
        ServerState state = last;
        String surplus = state == null ? "" : state.surplus();
        List<String> logs = surplus.isEmpty() ? List.of() : mysql.binaryLogsWith(surplus);
        mysql.disconnect();
        last = null;
        process.join(surplus, logs);
    }

    void follow(String source) throws SQLException {
        mysql.follow(source);
    }

    void receive() throws SQLException {
        if (last != null) {
            mysql.receive(last.replica());
        }
    }

    void stopReceiving() throws SQLException {
        mysql.stopReceiving();
    }

    void open(Roles roles, String reason) throws SQLException {
        mysql.open(roles, reason);
    }

    boolean close() throws SQLException {
        return mysql.close();
    }

    void waitForPartner(boolean wait) throws SQLException {
        mysql.waitForPartner(wait);
    }
}
