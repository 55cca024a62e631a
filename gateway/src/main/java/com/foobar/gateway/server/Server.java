package com.foobar.gateway.server;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import com.foobar.gateway.balancing.Candidate;
import com.foobar.gateway.balancing.Member;
import com.foobar.gateway.server.PoolProperties.ServerProperties;
import com.foobar.gatewayview.ServerState;

/** A server of the pool: where it is, how it is, and what it has in hand. */
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

    /** Where it is, its name not looked up yet. */
    public InetSocketAddress address() {
        int port = properties.uri().getPort();
        return InetSocketAddress.createUnresolved(properties.uri().getHost(), port == -1 ? 80 : port);
    }

    /** Host and port as they stand in a URI. */
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

    /** Counts a request in; each needs its {@link #end()}. */
    public void begin() {
        inFlight.incrementAndGet();
    }

    /** Counts a request out, however it ended. */
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

    /** Whether its last check got no answer of any kind. */
    public boolean isSilent() {
        return silent;
    }

    /** Its state, with the reason. */
    public Status status() {
        return status;
    }

    /** What it has done so far. */
    public ServerStats traffic() {
        return traffic;
    }

    /** Who is behind its address. */
    ServerPath path() {
        return path;
    }

    void path(ServerPath learnt) {
        path = learnt;
    }

    PassiveChecks passive() {
        return passive;
    }

    /** Only the pool changes a server's state, under its lock; requests read the copies. */
    StateMachine machine() {
        return machine;
    }

    /** Takes over what the state machine says; tells whether that is another state than before. */
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
