package com.foobar.gateway.server;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import com.foobar.gateway.balancing.Candidate;
import com.foobar.gateway.balancing.Member;
import com.foobar.gateway.server.PoolProperties.ServerProperties;
import com.foobar.gatewayview.ServerState;

/** A server of the pool: its address, its state, and its requests in flight. */
public final class Server implements Candidate, Member {

    private final ServerProperties properties;
    private final StateMachine machine;
    private final PassiveChecks passive;
    private final ServerStats traffic = new ServerStats();
    private final AtomicInteger inFlight = new AtomicInteger();

    private volatile boolean warming;
    private volatile boolean up;
    private volatile boolean unknown;
    private volatile boolean ejected;
    private volatile boolean silent;
    private volatile Status status;
    private volatile ServerPath path = ServerPath.UNKNOWN;

    Server(ServerProperties properties, HealthProperties health, EjectionProperties ejection) {
        this.properties = properties;
        this.machine = new StateMachine(health, ejection);
        this.passive = new PassiveChecks(ejection);
        this.unknown = true;
        this.status = new Status(machine.state(), machine.reason(), Instant.now());
    }

    @Override
    public String name() {
        return properties.name();
    }

    /** Returns the server's address, unresolved: the host name was not looked up yet. */
    public InetSocketAddress address() {
        int port = properties.uri().getPort();
        return InetSocketAddress.createUnresolved(properties.uri().getHost(), port == -1 ? 80 : port);
    }

    /** Returns the host and the port as they stand in the configured URI; the port may be missing. */
    public String authority() {
        return properties.uri().getAuthority();
    }

    @Override
    public int weight() {
        return properties.weight();
    }

    @Override
    public boolean isStandby() {
        return properties.standby();
    }

    @Override
    public int inFlight() {
        return inFlight.get();
    }

    /** Counts a request as in flight; must be followed by exactly one {@link #end()}. */
    public void begin() {
        inFlight.incrementAndGet();
    }

    /** Counts a request as no longer in flight, however it ended. */
    public void end() {
        inFlight.decrementAndGet();
    }

    @Override
    public double share(long now) {
        return warming ? machine.share(now) : 1;
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public boolean isUnknown() {
        return unknown;
    }

    @Override
    public boolean isEjected() {
        return ejected;
    }

    /**
     * Returns whether the last health check got no sign of life: no response, or 504 from a web server that waited for
     * its web-app in vain.
     */
    public boolean isSilent() {
        return silent;
    }

    /** Returns the server's state with the reason. */
    public Status status() {
        return status;
    }

    /** Returns the counters of the server's requests. */
    public ServerStats traffic() {
        return traffic;
    }

    /** Returns which web server and web-app are behind the server's address. */
    ServerPath path() {
        return path;
    }

    void path(ServerPath learnt) {
        path = learnt;
    }

    PassiveChecks passive() {
        return passive;
    }

    /**
     * Returns the state machine. Only the pool changes it, under the pool's lock; requests read the copies of its state
     * in this class.
     */
    StateMachine machine() {
        return machine;
    }

    /**
     * Copies the state of the state machine to where requests read it.
     *
     * @param at the present time; a new state begins at this time
     * @return whether the state has changed
     */
    boolean refresh(Instant at) {
        up = machine.isUp();
        unknown = machine.state() == ServerState.STARTING;
        ejected = machine.isEjected();
        silent = machine.isSilent();
        warming = machine.isWarming();
        Status before = status;
        ServerState state = machine.state();
        if (state != before.state() || !machine.reason().equals(before.reason())) {
            status = new Status(state, machine.reason(), state == before.state() ? before.since() : at);
        }
        return state != before.state();
    }
}
