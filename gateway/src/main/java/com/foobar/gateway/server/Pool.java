package com.foobar.gateway.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import com.foobar.gateway.balancing.Candidate;
import com.foobar.gateway.balancing.ChoicePolicy;
import com.foobar.gateway.balancing.Eligibility;
import com.foobar.gateway.server.FailureWindow.Score;
import com.foobar.gateway.server.OutlierDetection.Verdict;
import com.foobar.gateway.server.PoolProperties.ServerProperties;
import com.foobar.gatewayview.ServerState;

/** The servers and which of them may get requests: worked out when something changes, read without a lock. */
public final class Pool {

    private static final class Choices {

        private final Server[] candidates;
        private final Server[] spares;
        private final boolean panic;

        Choices(Eligibility<Server> eligible) {
            this.candidates = eligible.candidates().toArray(Server[]::new);
            this.spares = eligible.spares().toArray(Server[]::new);
            this.panic = eligible.panic();
        }
    }

    private final PoolProperties properties;
    private final HealthProperties health;
    private final EjectionProperties ejection;
    private final OutlierDetection outliers;
    private final ChoicePolicy policy;
    private final ChoicePolicy retryPolicy;
    private final List<PoolListener> listeners = new CopyOnWriteArrayList<>();

    private volatile List<Server> servers = List.of();
    private volatile Choices choices = new Choices(new Eligibility<>(List.of(), List.of(), false));

    public Pool(PoolProperties properties, HealthProperties health, EjectionProperties ejection) {
        this.properties = properties;
        this.health = health;
        this.ejection = ejection;
        this.outliers = new OutlierDetection(ejection);
        this.policy = properties.algorithm().policy();
        // With turns of its own: a retry that took one of all requests' would send the next request to the same server again.
        this.retryPolicy = properties.algorithm().policy();
        replace(properties.servers());
    }

    /** Tells the listener of all servers that are there and of all that will happen. */
    public synchronized void listen(PoolListener listener) {
        listeners.add(listener);
        servers.forEach(listener::joined);
    }

    /** All servers, in the order of the configuration. */
    public List<Server> servers() {
        return servers;
    }

    /** The server of that name. */
    public Optional<Server> server(String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }

    /** Whether every server was checked, so that the pool knows what it says. */
    public boolean isKnown() {
        return servers.stream().noneMatch(server -> server.status().state() == ServerState.STARTING);
    }

    /** Whether the candidates are ejected servers, tried because there are no others. */
    public boolean isInPanic() {
        return choices.panic;
    }

    /** The server that gets a request, or null where none may. */
    public @Nullable Server choose(long key, long now) {
        Server[] candidates = choices.candidates;
        int index = policy.choose(candidates, key, now);
        return index == ChoicePolicy.NONE ? null : candidates[index];
    }

    /** A server that has not been tried yet, spares included, or null where there is none. */
    public @Nullable Server chooseOther(long key, long now, Collection<Server> tried) {
        Choices from = choices;
        Server server = chooseOther(from.candidates, key, now, tried);
        return server != null ? server : chooseOther(from.spares, key, now, tried);
    }

    private @Nullable Server chooseOther(Server[] from, long key, long now, Collection<Server> tried) {
        List<Server> rest = new ArrayList<>(List.of(from));
        rest.removeAll(tried);
        Candidate[] candidates = rest.toArray(Candidate[]::new);
        int index = retryPolicy.choose(candidates, key, now);
        return index == ChoicePolicy.NONE ? null : rest.get(index);
    }

    /** Takes over another list of servers; those that stay keep their state. */
    public synchronized void replace(List<ServerProperties> wanted) {
        List<Server> before = servers;
        List<Server> after = new ArrayList<>();
        for (ServerProperties server : wanted) {
            after.add(before.stream().filter(known -> known.name().equals(server.name())).findFirst()
                    .orElseGet(() -> new Server(server, health, ejection)));
        }
        servers = List.copyOf(after);
        work();
        after.stream().filter(server -> !before.contains(server)).forEach(server -> tell(it -> it.joined(server)));
        before.stream().filter(server -> !after.contains(server)).forEach(server -> tell(it -> it.left(server)));
    }

    /** A request to the server was answered to its end, and not with 5xx. */
    public void succeeded(Server server) {
        server.passive().succeeded();
    }

    /** The server took no connection. */
    public void connectFailed(Server server, String why, long now) {
        server.traffic().failed();
        if (server.passive().connectFailed()) {
            eject(server, ejection.connectFailures() + " connections in a row failed, the last with: " + why, now);
        }
    }

    /**
     * The server failed a request that it had taken.
     *
     * @param network the network of the client that sent it
     * @param confirmed whether another server answered the same request well; where others failed as well, the request
     *            is the reason, and nothing is to be told here
     */
    public void failed(Server server, String why, long network, boolean confirmed, long now) {
        server.passive().failed(network, confirmed, now);
        if (!mayEject(server)) {
            return;
        }
        List<Server> others = servers.stream()
                .filter(other -> !other.equals(server) && other.isUp() && !other.isEjected()).toList();
        Score own = server.passive().score(now);
        Verdict verdict = outliers.judge(own, others.stream().map(other -> other.passive().score(now)).toList());
        if (verdict == Verdict.WELL) {
            return;
        }
        String reason = "%d of its last %d requests failed, the last with: %s".formatted(own.failures(),
                ejection.minRequests(), why);
        if (verdict == Verdict.OUTLIER) {
            eject(server, reason, now);
        } else {
            tell(listener -> listener.suspected(server, others.getFirst(), reason));
        }
    }

    /** Forgets what the server's requests have told so far. */
    void clear(Server server) {
        server.passive().forget();
    }

    /** Does what people wish for the server. */
    public void control(Server server, AdminState wish, long now) {
        update(server, machine -> machine.control(wish, now));
    }

    /** Ends what lasts only for a time, and works out the rates; about once a second. */
    public void tick(long now) {
        for (Server server : servers) {
            server.traffic().tick(now);
            if (server.isEjected() || server.status().state() == ServerState.SLOW_START) {
                update(server, machine -> machine.tick(now));
            }
        }
        tell(listener -> listener.tick(now));
    }

    synchronized void update(Server server, Consumer<StateMachine> change) {
        ServerState before = server.status().state();
        change.accept(server.machine());
        if (server.refresh(Instant.now())) {
            if (server.isUp() && !server.isEjected()) {
                // What failed before it was left out says nothing of how it is now.
                server.passive().forget();
            }
            work();
            tell(listener -> listener.changed(server, before));
        }
    }

    synchronized void eject(Server server, String why, long now) {
        if (!mayEject(server)) {
            return;
        }
        server.passive().forget();
        server.traffic().ejected();
        update(server, machine -> machine.eject(why, now));
    }

    private boolean mayEject(Server server) {
        long ejected = servers.stream().filter(Server::isEjected).count();
        return server.isUp() && !server.isEjected()
                && (ejected + 1) * 100 <= (long) ejection.maxShare() * servers.size();
    }

    private void work() {
        choices = new Choices(Eligibility.of(servers, properties.mode()));
    }

    private void tell(Consumer<PoolListener> event) {
        listeners.forEach(event);
    }
}
