package com.foobar.web.infrastructure.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.foobar.gatewayview.ServerState;
import com.foobar.web.infrastructure.failover.Failover;
import com.foobar.web.infrastructure.failover.Failover.Agent;
import com.foobar.web.infrastructure.failover.Failover.Lease;
import com.foobar.web.infrastructure.failover.Failover.Term;
import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.DatabaseNode.State;
import com.foobar.web.infrastructure.snapshot.ServerStatus;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Sighting;
import com.foobar.web.infrastructure.snapshot.Snapshot;
import com.foobar.web.infrastructure.snapshot.Snapshot.Gateway;

/** Examples of infrastructures to draw. */
public final class Examples {

    public static final String POSITION = "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-2841";

    /** The path of a request through the first gateway and the first server; it reads from the replica. */
    public static final RequestPath WAY = new RequestPath(List.of("gateway-1", "nginx-1"), "web-app-1",
            "mysql-2");

    private Examples() {}

    /** Returns two gateways, two servers, a primary and a replica, all healthy, as web-app-1 sees them. */
    public static Snapshot whole() {
        return of(2, 2, primary(), replica(State.FOLLOWS));
    }

    /** Returns that number of gateways and servers, all up. */
    public static Snapshot of(int gateways, int servers, DatabaseNode... nodes) {
        return new Snapshot(Instant.EPOCH, "web-app-1",
                IntStream.rangeClosed(1, gateways).mapToObj(i -> gateway(i, false)).toList(),
                IntStream.rangeClosed(1, servers).mapToObj(i -> server(i, gateways, ServerState.UP, 2)).toList(),
                List.of(nodes), Failover.BY_HAND);
    }

    /** Returns {@link #whole} with another second server. */
    static Snapshot withSecondServer(ServerStatus second) {
        Snapshot whole = whole();
        ArrayList<ServerStatus> servers = new ArrayList<>(whole.servers());
        servers.set(1, second);
        return new Snapshot(whole.at(), whole.instance(), whole.gateways(), servers, whole.databases(),
                whole.failover());
    }

    /** Returns {@link #whole} with failover by agents, and mysql-1 in its seventh term. */
    public static Snapshot withAgents() {
        Lease lease = new Lease("mysql-1", "mysql-1", "mysql-2", 7);
        Snapshot whole = whole();
        return new Snapshot(whole.at(), whole.instance(), whole.gateways(), whole.servers(), whole.databases(),
                new Failover(List.of(new Agent("mysql-1", lease, true), new Agent("mysql-2", lease, true)),
                        new Term(7, "mysql-1", Instant.EPOCH, "failover")));
    }

    /** Returns {@link #whole} with other gateways. */
    static Snapshot withGateways(Gateway... gateways) {
        Snapshot whole = whole();
        return new Snapshot(whole.at(), whole.instance(), List.of(gateways), whole.servers(), whole.databases(),
                whole.failover());
    }

    static Gateway gateway(int number, boolean silent) {
        return new Gateway("gateway-" + number, Duration.ofSeconds(silent ? 12 : 0), silent, 0);
    }

    /** Returns a server that all gateways see in the same state. */
    static ServerStatus server(int number, int gateways, ServerState state, int responding) {
        return server(number, IntStream.rangeClosed(1, gateways)
                .mapToObj(i -> new Sighting("gateway-" + i, state, 1, 12.4, responding)).toArray(Sighting[]::new));
    }

    static ServerStatus server(int number, Sighting... sightings) {
        return new ServerStatus("server-" + number, List.of("nginx-" + number, "web-app-" + number), number == 1,
                List.of(sightings));
    }

    public static DatabaseNode primary() {
        return new DatabaseNode("mysql-1", true, State.TAKES_WRITES, POSITION, 0, 0);
    }

    public static DatabaseNode replica(State state) {
        boolean inStep = state == State.FOLLOWS;
        return new DatabaseNode("mysql-2", false, state, state == State.DOWN ? null : POSITION,
                inStep ? 0 : 7.25, inStep ? 0 : 128);
    }
}
