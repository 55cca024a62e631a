package com.foobar.failover.agent;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import com.foobar.failover.etcd.Contents;
import com.foobar.failover.etcd.EtcdException;
import com.foobar.failover.etcd.Published;
import com.foobar.failover.etcd.Store;
import com.foobar.failover.protocol.Observation;
import com.foobar.failover.protocol.Protocol;
import com.foobar.failover.protocol.Roles;
import com.foobar.failover.protocol.Step;
import com.foobar.failover.protocol.Step.Action;

/** Looks at etcd and at its server, decides, and acts, again and again. */
final class Agent {

    /** How long the agent waits for a change before it looks again, while all is as it should be. */
    private static final Duration LONG_PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** The pause while a successor waits for its applier, where each millisecond is one without writes. */
    private static final Duration SHORT_PAUSE = Duration.ofMillis(10);
    /** A server that ends as soon as it has started is not started in a tight loop. */
    private static final Duration START_AGAIN_AFTER = Duration.ofSeconds(2);
    /** While both nodes start, it is normal that one of them can do nothing for some seconds. */
    private static final Duration OPERATOR_IS_NEEDED_AFTER = Duration.ofSeconds(20);
    private static final Duration HANGS = Duration.ofSeconds(30);
    private static final Duration ROLE_LEAVES_WITHIN = Duration.ofSeconds(8);
    private static final Duration SERVER_STOPS_WITHIN = Duration.ofSeconds(45);

    private final Settings settings;
    private final Store store;
    private final LocalServer server;
    private final Protocol protocol;
    private final Metrics metrics;
    private final JsonLog log;
    private final Semaphore changes = new Semaphore(0);
    private long leaseUntil = System.nanoTime();
    private @Nullable Published published;
    private long publishedAt;
    private @Nullable Action lastAction;
    private long actedAt = System.nanoTime();
    private long startedAt = System.nanoTime() - START_AGAIN_AFTER.toNanos();
    private boolean unsettled = true;
    private volatile boolean stopping;
    private volatile long lastTurn = System.nanoTime();
    private volatile Status status;

    Agent(Settings settings, Store store, LocalServer server, Metrics metrics, JsonLog log) {
        this.settings = settings;
        this.store = store;
        this.server = server;
        this.metrics = metrics;
        this.log = log;
        this.protocol = new Protocol(settings.node(), settings.peer());
        this.status = Status.unknown(settings.node());
    }

    /** Has the agent look at once. */
    void wake() {
        changes.release();
    }

    Status status() {
        return status;
    }

    boolean isAlive() {
        return System.nanoTime() - lastTurn < HANGS.toNanos();
    }

    /** Has the agent give its role away and end. */
    void stop() {
        stopping = true;
        wake();
    }

    /** Runs until the agent is told to stop, and has ended its server. */
    void run() throws InterruptedException {
        long stopBy = 0;
        while (true) {
            Duration pause = turn();
            lastTurn = System.nanoTime();
            if (stopping) {
                stopBy = stopBy == 0 ? lastTurn + ROLE_LEAVES_WITHIN.toNanos() : stopBy;
                if (mayStop() || lastTurn - stopBy > 0) {
                    break;
                }
            }
            if (changes.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                changes.drainPermits();
            }
        }
        endServer();
    }

    /** The role has left, or there is nobody to take it. */
    private boolean mayStop() {
        Status now = status;
        if (!now.storeReachable()) {
            return true;
        }
        return now.node().equals(now.primary()) ? now.partner() == null && !server.waitsForPartner() : !now.isPartner();
    }

    private void endServer() throws InterruptedException {
        // While commits may wait for the other node, a server that ends by SIGTERM would acknowledge them.
        if (server.isWritable() && server.waitsForPartner()) {
            log.warn("Nobody took over the role; ending the server without acknowledging the commits that wait.");
            server.kill();
        } else {
            server.stop(SERVER_STOPS_WITHIN);
        }
        try {
            store.revokeLease();
        } catch (EtcdException e) {
            log.info("The lease was not revoked, so it has expired or will expire: " + e.getMessage());
        }
    }

    /** Looks and acts once, and returns how long to pause. */
    private Duration turn() throws InterruptedException {
        Contents contents = read();
        Published peer = contents == null ? null : contents.published().get(settings.peer());
        server.look(peer);
        View view = new View(settings.node(), settings.peer(), contents, store::isOwn);
        boolean leaseExpired = System.nanoTime() - leaseUntil > 0;
        Observation seen = new Observation(view.stored(server), server.asSeen(), leaseExpired, unsettled,
                isLeaving(view));
        Step step = protocol.next(seen);
        report(view, step.action());
        if (contents != null) {
            publish(view);
        }
        return act(step, view);
    }

    private @Nullable Contents read() throws InterruptedException {
        long begun = System.nanoTime();
        try {
            if (leaseUntil - begun < settings.lease().toNanos() / 2) {
                store.renewLease();
                leaseUntil = begun + settings.lease().toNanos();
            }
            return store.read();
        } catch (EtcdException e) {
            if (status.storeReachable()) {
                log.warn(String.valueOf(e.getMessage()));
            }
            return null;
        }
    }

    private boolean isLeaving(View view) throws InterruptedException {
        if (stopping) {
            return true;
        }
        if (!view.isAskedToSwitchOver()) {
            return false;
        }
        if (!view.mayPeerSucceedNow()) {
            refuseSwitchover("the other node has no complete copy, or is behind");
            return false;
        }
        return true;
    }

    private void refuseSwitchover(String why) throws InterruptedException {
        metrics.switchoverRefused();
        log.warn("The switchover is refused: " + why + ".");
        try {
            store.refuseSwitchover();
        } catch (EtcdException e) {
            log.info(String.valueOf(e.getMessage()));
        }
    }

    private void report(View view, Action action) {
        status = view.status(server);
        long now = System.nanoTime();
        if (action != Action.NEED_OPERATOR) {
            actedAt = now;
            if (action != lastAction && action != Action.WAIT) {
                log.info("Next step: " + action + " (term " + view.term() + ").");
            }
        } else if (now - actedAt > OPERATOR_IS_NEEDED_AFTER.toNanos()) {
            actedAt = now;
            log.warn(
                    "Nothing that is safe can be done automatically: see docs/failover.md, and failover-agent status.");
        }
        lastAction = action;
    }

    private void publish(View view) throws InterruptedException {
        Published next = server.published(view.isPrimary() ? view.term() : 0, stopping || view.isAskedToSwitchOver());
        Published last = published;
        long now = System.nanoTime();
        long quiet = (view.isNamed() ? settings.lease() : PAUSE).toNanos();
        if (last != null && last.differsOnlyInProgress(next) && view.hasPublished()
                && (last.equals(next) || now - publishedAt < quiet)) {
            return;
        }
        try {
            store.publish(next);
            published = next;
            publishedAt = now;
        } catch (EtcdException e) {
            log.info(String.valueOf(e.getMessage()));
        }
    }

    private Duration act(Step step, View view) throws InterruptedException {
        try {
            switch (step.action()) {
                case WAIT -> {
                    return view.isSettled() ? LONG_PAUSE
                            : view.isLeaderless() && server.isApplying() ? SHORT_PAUSE : PAUSE;
                }
                case NEED_OPERATOR -> {
                    return PAUSE;
                }
                case SETTLE, LEAD, RESIGN, TAKE_OVER, CHANGE_ROLES, CREATE_ROLES -> write(step, view);
                default -> change(step.action(), view);
            }
        } catch (SQLException e) {
            // A change that was given up may still be made later, when it is wrong. A killed server makes none.
            log.warn(step.action() + " failed, so the server is killed: " + firstLine(e));
            kill();
        } catch (EtcdException e) {
            log.warn(step.action() + ": " + e.getMessage());
            return PAUSE;
        }
        return step.action() == Action.START ? PAUSE : Duration.ZERO;
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private void change(Action action, View view) throws SQLException, InterruptedException {
        switch (action) {
            case START -> start();
            case KILL -> kill();
            case INITIALISE -> server.initialise();
            case CLONE -> server.join();
            case FOLLOW -> server.follow(settings.peer());
            case RECEIVE -> server.receive();
            case STOP_RECEIVING -> server.stopReceiving();
            case OPEN -> {
                if (!server.isWritable()) {
                    metrics.promoted(view.reason());
                }
                server.open(view.roles(), view.reason());
                log.info(settings.node() + " is the primary of term " + view.term() + " (" + view.reason() + ").");
            }
            case CLOSE -> {
                if (!server.close()) {
                    refuseSwitchover("a transaction or a lock kept the server from closing");
                }
            }
            case WAIT_FOR_PARTNER -> server.waitForPartner(true);
            case GO_ALONE -> server.waitForPartner(false);
            default -> throw new IllegalArgumentException(action.name());
        }
    }

    private void start() {
        long now = System.nanoTime();
        if (now - startedAt > START_AGAIN_AFTER.toNanos()) {
            startedAt = now;
            server.start();
        }
    }

    private void kill() throws InterruptedException {
        metrics.serverKilled();
        server.kill();
    }

    private void write(Step step, View view) throws EtcdException, InterruptedException {
        Contents contents = view.contents();
        Roles roles = step.roles();
        boolean before = unsettled;
        unsettled = true;
        boolean done = switch (step.action()) {
            case SETTLE -> store.change(contents, required(roles), view.reason());
            case LEAD -> store.lead(contents);
            case RESIGN -> store.resign();
            case TAKE_OVER -> store.takeOver(contents, required(roles), view.peerLeaves() ? Reason.SWITCHOVER.text()
                    : Reason.FAILOVER.text());
            case CREATE_ROLES -> store.change(contents, required(roles), Reason.INITIAL.text());
            case CHANGE_ROLES -> store.change(contents, required(roles), view.reason());
            default -> throw new IllegalArgumentException(step.toString());
        };
        // After a response, this request is not under way any more. An earlier request may be, until the roles
        // are settled.
        unsettled = before && !(done && step.action() == Action.SETTLE);
        log.info(step.action() + (roles == null ? "" : " " + roles)
                + (done ? ": done." : ": somebody else was faster."));
    }

    private static Roles required(@Nullable Roles roles) {
        if (roles == null) {
            throw new IllegalArgumentException("no roles");
        }
        return roles;
    }
}
