package com.foobar.web.topology.picture;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.foobar.web.topology.snapshot.DatabaseNode;
import com.foobar.web.topology.snapshot.Gateway;
import com.foobar.web.topology.snapshot.Presence;
import com.foobar.web.topology.snapshot.Server;
import com.foobar.web.topology.snapshot.Sighting;
import com.foobar.web.topology.view.ServerState;

/** How each state looks. */
final class Looks {

    private Looks() {}

    static Look of(Gateway gateway) {
        return gateway.silent() ? new Look(Tone.BROKEN, "silent for " + Words.duration(gateway.heardAgo()))
                : new Look(Tone.WELL, "up");
    }

    /** @param gateways how many gateways are known, heard or not */
    static Look of(Server server, int gateways) {
        Optional<ServerState> state = server.state();
        if (state.isEmpty()) {
            return new Look(Tone.UNKNOWN, gateways == 0 ? "without a gateway" : "no gateway is heard");
        }
        long agreeing = server.seenAs(state.get());
        Look look = of(state.get());
        int all = server.sightings().size();
        return agreeing == all ? look : new Look(look.tone(), look.text() + " (" + agreeing + " of " + all + ")");
    }

    static Look of(ServerState state) {
        return switch (state) {
            case UP -> new Look(Tone.WELL, "up");
            case SLOW_START -> new Look(Tone.CAUTION, "starting slowly");
            case STARTING -> new Look(Tone.UNKNOWN, "not checked yet");
            case DRAINING -> new Look(Tone.PAUSED, "draining");
            case MAINTENANCE -> new Look(Tone.PAUSED, "maintenance");
            case EJECTED -> new Look(Tone.BROKEN, "ejected");
            case DOWN -> new Look(Tone.BROKEN, "down");
        };
    }

    static Look webServer(Server server) {
        return of(server.webServerPresence());
    }

    static Look webApp(Server server) {
        return server.own() ? new Look(Tone.WELL, "drew this") : of(server.webAppPresence());
    }

    private static Look of(Presence presence) {
        return switch (presence) {
            case ANSWERS -> new Look(Tone.WELL, "answers");
            case NOT_READY -> new Look(Tone.CAUTION, "not ready");
            case SILENT -> new Look(Tone.BROKEN, "no answer");
            case UNSEEN -> new Look(Tone.UNKNOWN, "not seen");
        };
    }

    static Look of(DatabaseNode node) {
        return switch (node.state()) {
            case TAKES_WRITES -> new Look(Tone.WELL, "primary");
            case FOLLOWS -> new Look(Tone.WELL, "replica");
            case BEHIND -> new Look(Tone.CAUTION, "replica, behind");
            case CUT_OFF -> new Look(Tone.BROKEN, "replica, cut off");
            case STOPPED -> new Look(Tone.BROKEN, "replica, stopped");
            case ALONE -> new Look(Tone.BROKEN, "follows nobody");
            case SECOND_WRITABLE -> new Look(Tone.BROKEN, "writable as well");
            case DOWN -> new Look(Tone.BROKEN, node.primary() ? "primary, no answer" : "no answer");
        };
    }

    /** How far a node is behind. */
    static String lag(DatabaseNode node) {
        if (node.lagTransactions() == 0) {
            return "in step";
        }
        return Words.count(node.lagTransactions(), "transaction", "transactions") + ", "
                + Words.number(node.lagSeconds()) + " s behind";
    }

    static @Nullable String position(DatabaseNode node) {
        return node.position() == null ? null : Position.brief(node.position());
    }

    static @Nullable String traffic(Server server) {
        return server.sightings().isEmpty() ? null : traffic(server.rate(), server.inFlight());
    }

    /** What a gateway sends to all its servers. */
    static @Nullable String traffic(Gateway gateway, List<Server> servers) {
        if (gateway.silent()) {
            return null;
        }
        List<Sighting> sightings = servers.stream().flatMap(server -> server.sightings().stream())
                .filter(sighting -> sighting.gateway().equals(gateway.name())).toList();
        return traffic(sightings.stream().mapToDouble(Sighting::rate).sum(),
                sightings.stream().mapToInt(Sighting::inFlight).sum());
    }

    private static String traffic(double rate, int inFlight) {
        return Words.number(rate) + "/s, " + inFlight + " in flight";
    }
}
