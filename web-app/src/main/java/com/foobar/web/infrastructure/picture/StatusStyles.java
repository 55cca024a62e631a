package com.foobar.web.infrastructure.picture;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.foobar.gatewayview.ServerState;
import com.foobar.web.infrastructure.picture.StatusStyle.Tone;
import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.ServerStatus;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Presence;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Sighting;
import com.foobar.web.infrastructure.snapshot.Snapshot.Gateway;

/** Chooses the tone and the words for each state. */
final class StatusStyles {

    private StatusStyles() {}

    static StatusStyle of(Gateway gateway) {
        return gateway.silent() ? new StatusStyle(Tone.BROKEN, "silent for " + Phrases.duration(gateway.heardAgo()))
                : new StatusStyle(Tone.WELL, "up");
    }

    /**
     * Returns the worst state that a gateway sees, with the number of gateways that see it if they do not all agree.
     *
     * @param gateways how many gateways are known, silent gateways included
     */
    static StatusStyle of(ServerStatus server, int gateways) {
        Optional<ServerState> state = server.state();
        if (state.isEmpty()) {
            return new StatusStyle(Tone.UNKNOWN, gateways == 0 ? "without a gateway" : "no gateway is heard");
        }
        long agreeing = server.seenAs(state.get());
        StatusStyle look = of(state.get());
        int all = server.sightings().size();
        return agreeing == all ? look
                : new StatusStyle(look.tone(), look.text() + " (" + agreeing + " of " + all + ")");
    }

    static StatusStyle of(ServerState state) {
        return switch (state) {
            case UP -> new StatusStyle(Tone.WELL, "up");
            case SLOW_START -> new StatusStyle(Tone.CAUTION, "starting slowly");
            case STARTING -> new StatusStyle(Tone.UNKNOWN, "not checked yet");
            case DRAINING -> new StatusStyle(Tone.PAUSED, "draining");
            case MAINTENANCE -> new StatusStyle(Tone.PAUSED, "maintenance");
            case EJECTED -> new StatusStyle(Tone.BROKEN, "ejected");
            case DOWN -> new StatusStyle(Tone.BROKEN, "down");
        };
    }

    static StatusStyle webServer(ServerStatus server) {
        return of(server.webServerPresence());
    }

    static StatusStyle webApp(ServerStatus server) {
        return server.own() ? new StatusStyle(Tone.WELL, "drew this") : of(server.webAppPresence());
    }

    private static StatusStyle of(Presence presence) {
        return switch (presence) {
            case RESPONDS -> new StatusStyle(Tone.WELL, "responds");
            case NOT_READY -> new StatusStyle(Tone.CAUTION, "not ready");
            case SILENT -> new StatusStyle(Tone.BROKEN, "no response");
            case UNSEEN -> new StatusStyle(Tone.UNKNOWN, "not seen");
        };
    }

    static StatusStyle of(DatabaseNode node) {
        return switch (node.state()) {
            case TAKES_WRITES -> new StatusStyle(Tone.WELL, "primary");
            case FOLLOWS -> new StatusStyle(Tone.WELL, "replica");
            case UNCLEAR -> new StatusStyle(Tone.UNKNOWN, "replica, unclear");
            case BEHIND -> new StatusStyle(Tone.CAUTION, "replica, behind");
            case CUT_OFF -> new StatusStyle(Tone.BROKEN, "replica, cut off");
            case STOPPED -> new StatusStyle(Tone.BROKEN, "replica, stopped");
            case ALONE -> new StatusStyle(Tone.BROKEN, "follows nobody");
            case SECOND_WRITABLE -> new StatusStyle(Tone.BROKEN, "writable as well");
            case DEPOSED -> new StatusStyle(Tone.BROKEN, "deposed");
            case DOWN -> new StatusStyle(Tone.BROKEN, node.primary() ? "primary, no response" : "no response");
        };
    }

    /** Returns in words how far a node is behind the primary. */
    static String lag(DatabaseNode node) {
        if (node.lagTransactions() == 0) {
            return "in step";
        }
        return Phrases.count(node.lagTransactions(), "transaction", "transactions") + ", "
                + Phrases.number(node.lagSeconds()) + " s behind";
    }

    static @Nullable String position(DatabaseNode node) {
        return node.position() == null ? null : Position.brief(node.position());
    }

    static @Nullable String traffic(ServerStatus server) {
        return server.sightings().isEmpty() ? null : traffic(server.rate(), server.inFlight());
    }

    /** Returns the requests of a gateway to all servers in words, or null if the gateway is silent. */
    static @Nullable String traffic(Gateway gateway, List<ServerStatus> servers) {
        if (gateway.silent()) {
            return null;
        }
        List<Sighting> sightings = servers.stream().flatMap(server -> server.sightings().stream())
                .filter(sighting -> sighting.gateway().equals(gateway.name())).toList();
        return traffic(sightings.stream().mapToDouble(Sighting::rate).sum(),
                sightings.stream().mapToInt(Sighting::inFlight).sum());
    }

    private static String traffic(double rate, int inFlight) {
        return Phrases.number(rate) + "/s, " + inFlight + " in flight";
    }
}
