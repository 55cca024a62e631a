package com.foobar.web.infrastructure.snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.foobar.gatewayview.ServerState;

/**
 * A server: a web-app, and the web server in front of it.
 *
 * @param name the gateways' name for the server; the web-app's own name if no gateway reports the server
 * @param path the names of the hops behind the server's address, the web-app last; empty if they are not known
 * @param own whether the server's web-app made the snapshot
 * @param sightings the server as each gateway sees it that is not silent
 */
public record ServerStatus(String name, List<String> path, boolean own, List<Sighting> sightings) {

    /**
     * A server as one gateway sees it.
     *
     * @param inFlight the requests in flight from the gateway to the server
     * @param rate the responses of the server in the last second to requests of the gateway
     * @param responding how many hops of the server's path, from the front, responded to the gateway's last check;
     *            below 0 if the check was accepted but got no response, which may be the fault of any hop
     */
    public record Sighting(String gateway, ServerState state, int inFlight, double rate, int responding) {}

    /** Whether a web server or a web-app responds. */
    public enum Presence {
        /** It responded to the last check. */
        RESPONDS,
        /** It responded that it is not ready, or with an error. */
        NOT_READY,
        /** It did not respond. */
        SILENT,
        /** No gateway that is heard could check it. */
        UNSEEN
    }

    public ServerStatus {
        path = List.copyOf(path);
        sightings = List.copyOf(sightings);
    }

    /** Returns the web server's name, or null if there is none or if it is not known. */
    public @Nullable String webServer() {
        return path.size() < 2 ? null : path.getFirst();
    }

    /** Returns the web-app's name, or null if it is not known. */
    public @Nullable String webApp() {
        return path.isEmpty() ? null : path.getLast();
    }

    /** Returns the worst state that a gateway sees, or empty if no gateway that is heard reports the server. */
    public Optional<ServerState> state() {
        return sightings.stream().map(Sighting::state).max(Comparator.naturalOrder());
    }

    /** Returns how many gateways see the server in a state. */
    public long seenAs(ServerState state) {
        return sightings.stream().filter(sighting -> sighting.state() == state).count();
    }

    /** Returns the number of responses in the last second, to requests of all gateways. */
    public double rate() {
        return sightings.stream().mapToDouble(Sighting::rate).sum();
    }

    /** Returns the number of requests in flight from all gateways. */
    public int inFlight() {
        return sightings.stream().mapToInt(Sighting::inFlight).sum();
    }

    /** Returns whether the web server responds. */
    public Presence webServerPresence() {
        if (sightings.stream().anyMatch(sighting -> sighting.responding() > 0)) {
            return Presence.RESPONDS;
        }
        return isChecked() && sightings.stream().anyMatch(sighting -> sighting.responding() == 0) ? Presence.SILENT
                : Presence.UNSEEN;
    }

    /** Returns whether the web-app responds. */
    public Presence webAppPresence() {
        if (own) {
            return Presence.RESPONDS;
        }
        if (path.isEmpty()) {
            return Presence.UNSEEN;
        }
        List<Sighting> whole = sightings.stream().filter(sighting -> sighting.responding() == path.size()).toList();
        if (!whole.isEmpty()) {
            return whole.stream().allMatch(sighting -> sighting.state() == ServerState.DOWN) ? Presence.NOT_READY
                    : Presence.RESPONDS;
        }
        // No gateway knows the state of a web-app behind a silent web server.
        boolean frontResponds = path.size() == 1 || webServerPresence() == Presence.RESPONDS;
        return isChecked() && frontResponds ? Presence.SILENT : Presence.UNSEEN;
    }

    private boolean isChecked() {
        return sightings.stream().map(Sighting::state)
                .anyMatch(state -> state != ServerState.MAINTENANCE && state != ServerState.STARTING);
    }
}
