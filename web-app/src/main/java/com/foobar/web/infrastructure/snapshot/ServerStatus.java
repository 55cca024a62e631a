package com.foobar.web.infrastructure.snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.foobar.gatewayview.ServerState;

/**
 * A server: a web-app, and the web server in front of it.
 *
 * @param name what the gateways call it; the web-app's own name where none speaks of it
 * @param path who stands behind its address, the web-app last; empty where that is not known
 * @param own whether its web-app is the one that made the snapshot
 * @param sightings what each gateway that is heard makes of it
 */
public record ServerStatus(String name, List<String> path, boolean own, List<Sighting> sightings) {

    public ServerStatus {
        path = List.copyOf(path);
        sightings = List.copyOf(sightings);
    }

    /** The web server's name, or null where there is none. */
    public @Nullable String webServer() {
        return path.size() < 2 ? null : path.getFirst();
    }

    /** The web-app's name, or null where it is not known. */
    public @Nullable String webApp() {
        return path.isEmpty() ? null : path.getLast();
    }

    /** The worst state that a gateway sees, or none where no gateway is heard. */
    public Optional<ServerState> state() {
        return sightings.stream().map(Sighting::state).max(Comparator.naturalOrder());
    }

    /** How many gateways see a state. */
    public long seenAs(ServerState state) {
        return sightings.stream().filter(sighting -> sighting.state() == state).count();
    }

    /** The requests answered in the last second. */
    public double rate() {
        return sightings.stream().mapToDouble(Sighting::rate).sum();
    }

    /** The requests in hand. */
    public int inFlight() {
        return sightings.stream().mapToInt(Sighting::inFlight).sum();
    }

    /** Whether the web server gives answers. */
    public Presence webServerPresence() {
        if (sightings.stream().anyMatch(sighting -> sighting.answering() > 0)) {
            return Presence.ANSWERS;
        }
        return isChecked() && sightings.stream().anyMatch(sighting -> sighting.answering() == 0) ? Presence.SILENT
                : Presence.UNSEEN;
    }

    /** Whether the web-app gives answers. */
    public Presence webAppPresence() {
        if (own) {
            return Presence.ANSWERS;
        }
        if (path.isEmpty()) {
            return Presence.UNSEEN;
        }
        List<Sighting> whole = sightings.stream().filter(sighting -> sighting.answering() == path.size()).toList();
        if (!whole.isEmpty()) {
            return whole.stream().allMatch(sighting -> sighting.state() == ServerState.DOWN) ? Presence.NOT_READY
                    : Presence.ANSWERS;
        }
        // Of what is behind a silent web server, nobody knows.
        boolean frontAnswers = path.size() == 1 || webServerPresence() == Presence.ANSWERS;
        return isChecked() && frontAnswers ? Presence.SILENT : Presence.UNSEEN;
    }

    private boolean isChecked() {
        return sightings.stream().map(Sighting::state)
                .anyMatch(state -> state != ServerState.MAINTENANCE && state != ServerState.STARTING);
    }
}
