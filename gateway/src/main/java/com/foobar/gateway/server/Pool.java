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

/**
 * The servers, and which of them are eligible. This is computed when something changes, and requests read it without a
 * lock.
 */
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

    /** Creates a pool of the configured servers; with DNS discovery it is empty until the first lookup. */
    public Pool(PoolProperties properties, HealthProperties health, EjectionProperties ejection) {
        this.properties = properties;
        this.health = health;
        this.ejection = ejection;
        this.outliers = new OutlierDetection(ejection);
        this.policy = properties.algorithm().policy();
        // A separate policy, so that retries do not advance the round robin of first attempts.
        this.retryPolicy = properties.algorithm().policy();
        replace(properties.servers());
    }

    /** Adds a listener, and calls its {@link PoolListener#joined} for each server that is already in the pool. */
    public synchronized void listen(PoolListener listener) {
        listeners.add(listener);
        servers.forEach(listener::joined);
    }

    /** Returns all servers, in the order of the configuration, or of their addresses with DNS discovery. */
    public List<Server> servers() {
        return servers;
    }

    /** Returns the server with this name. */
    public Optional<Server> server(String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }

    /** Returns whether the pool is in panic: all servers that are up are ejected, and get requests nevertheless. */
    public boolean isInPanic() {
        return choices.panic;
    }

    /**
     * Returns whether this gateway is cut off: no server is up and has responded to its last health check. A server
     * that has not been checked yet counts as responding. Before a server is down, several checks must fail, but all
     * servers together are seldom silent unless the gateway itself is the reason.
     */
    public boolean isCutOff() {
        return servers.stream()
                .noneMatch(server -> server.isUnknown() || (server.isUp() && !server.isSilent()));
    }

    /**
     * Chooses the server for the first attempt of a request.
     *
     * @param key a number that stands for the client
     * @param now the present time, as {@link System#nanoTime()} returns it
     * @return the server, or null if no server is eligible
     */
    public @Nullable Server choose(long key, long now) {
        Server[] candidates = choices.candidates;
        int index = policy.choose(candidates, key, now);
        return index == ChoicePolicy.NONE ? null : candidates[index];
    }

    /**
     * Chooses another server for a retry. If all candidates were tried, a spare may be chosen (an ejected server, or
     * one on standby).
     *
     * @param key a number that stands for the client
     * @param now the present time, as {@link System#nanoTime()} returns it
     * @param tried the servers that have failed the request
     * @return the server, or null if there is no server left
     */
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

    /**
     * Replaces the list of servers. A server with the same name as before stays: it keeps its state, and also its
     * previous settings.
     */
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

    /** Counts a request to the server that ended with a complete response (or a WebSocket) and without a 5xx status. */
    public void succeeded(Server server) {
        server.passive().succeeded();
    }

    /**
     * Counts a failed connection to the server, and ejects the server if too many have failed consecutively.
     *
     * @param why the reason in a few words, for people
     * @param now the present time, as {@link System#nanoTime()} returns it
     */
    public void connectFailed(Server server, String why, long now) {
        server.traffic().failed();
        if (server.passive().connectFailed()) {
            eject(server, ejection.connectFailures() + " connections in a row failed, the last with: " + why, now);
        }
    }

    /**
     * Counts a request that was sent to the server and failed there, and judges the server anew: it may be ejected or
     * suspected. Must not be called if several servers failed the request: then the request is the reason, and no
     * server is to blame.
     *
     * @param why the reason in a few words, for people
     * @param network a number that stands for the network of the client
     * @param confirmed whether another server handled the same request well
     * @param now the present time, as {@link System#nanoTime()} returns it
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

    /** Forgets the server's failures so far. */
    void clear(Server server) {
        server.passive().forget();
    }

    /**
     * Sets the server's admin state.
     *
     * @param now the present time, as {@link System#nanoTime()} returns it
     */
    public void control(Server server, AdminState wish, long now) {
        update(server, machine -> machine.control(wish, now));
    }

    /**
     * Ends ejections and slow starts when their time is over, and computes the rates. Must be called about once a
     * second.
     *
     * @param now the present time, as {@link System#nanoTime()} returns it
     */
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
            if (server.status().state().inService() && !before.inService()) {
                // Failures from before the server was left out say nothing about how it is now.
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
