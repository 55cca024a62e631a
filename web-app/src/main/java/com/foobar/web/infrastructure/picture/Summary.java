package com.foobar.web.infrastructure.picture;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.foobar.gatewayview.ServerState;
import com.foobar.web.infrastructure.picture.StatusStyle.Tone;
import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.ServerStatus;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Presence;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Sighting;
import com.foobar.web.infrastructure.snapshot.Snapshot;
import com.foobar.web.infrastructure.snapshot.Snapshot.Gateway;

/** Describes the state of the infrastructure in sentences. */
public final class Summary {

    private Summary() {}

    /** Returns a sentence for each part that is not well, or one sentence if all parts are well. */
    public static List<StatusStyle> of(Snapshot snapshot) {
        List<StatusStyle> found = all(snapshot);
        return found.isEmpty() ? List.of(new StatusStyle(Tone.WELL, "All is well.")) : found;
    }

    private static List<StatusStyle> all(Snapshot snapshot) {
        return Stream.of(snapshot.gateways().stream().map(Summary::gateway),
                snapshot.servers().stream().map(Summary::server),
                Stream.of(writing(snapshot)),
                snapshot.databases().stream().map(Summary::database),
                FailoverPhrases.findings(snapshot.failover()).stream()).flatMap(found -> found)
                .filter(Objects::nonNull).toList();
    }

    private static @Nullable StatusStyle gateway(Gateway gateway) {
        if (gateway.silent()) {
            return new StatusStyle(Tone.BROKEN,
                    gateway.name() + " has been silent for " + Phrases.duration(gateway.heardAgo())
                            + ": it is stopped, cut off, or has taken this server out.");
        }
        return gateway.unlisted() == 0 ? null
                : new StatusStyle(Tone.UNKNOWN, gateway.name() + " has "
                        + Phrases.count(gateway.unlisted(), "more server that is", "more servers that are")
                        + " not shown.");
    }

    private static @Nullable StatusStyle server(ServerStatus server) {
        ServerState state = server.state().orElse(ServerState.UP);
        String sentence = switch (state) {
            case UP -> null;
            case SLOW_START -> " is back, and gets a growing part of its share";
            case STARTING -> " has not been checked yet";
            case DRAINING -> " is being drained: it finishes what it has";
            case MAINTENANCE -> " is in maintenance";
            case EJECTED -> " is left out for a time, since requests to it failed";
            case DOWN -> " is down" + reason(server);
        };
        return sentence == null ? null
                : new StatusStyle(StatusStyles.of(state).tone(),
                        server.name() + sentence + witnesses(server, state) + ".");
    }

    private static String reason(ServerStatus server) {
        if (server.webAppPresence() == Presence.NOT_READY) {
            return ": " + server.webApp() + " says that it is not ready";
        }
        if (server.webServer() == null) {
            return ": it does not respond";
        }
        return ": " + server.webServer() + switch (server.webServerPresence()) {
            case RESPONDS -> " responds, " + server.webApp() + " does not";
            case SILENT -> " takes no connection";
            default -> " or " + server.webApp() + " does not respond";
        };
    }

    private static String witnesses(ServerStatus server, ServerState state) {
        return server.seenAs(state) == server.sightings().size() ? ""
                : ", as " + server.sightings().stream().filter(seen -> seen.state() == state).map(Sighting::gateway)
                        .collect(Collectors.joining(" and ")) + " sees it";
    }

    private static @Nullable StatusStyle writing(Snapshot snapshot) {
        return snapshot.databases().isEmpty() || snapshot.writable() ? null
                : new StatusStyle(Tone.BROKEN, "The site is read-only: no primary takes writes.");
    }

    private static @Nullable StatusStyle database(DatabaseNode node) {
        String sentence = switch (node.state()) {
            case TAKES_WRITES, FOLLOWS -> null;
            case UNCLEAR -> " does not say whether it applies what the primary sends: its account may not ask";
            case BEHIND -> " is too far behind to be read from: " + StatusStyles.lag(node);
            case CUT_OFF -> " does not reach its source";
            case STOPPED -> " applies nothing: its replication is stopped";
            case ALONE -> " is nobody's replica";
            case SECOND_WRITABLE -> " takes writes beside the primary";
            case DEPOSED -> " is deposed: it still takes writes, but the term of another primary has begun";
            case DOWN -> " does not respond";
        };
        return sentence == null ? null : new StatusStyle(StatusStyles.of(node).tone(), node.name() + sentence + ".");
    }
}
