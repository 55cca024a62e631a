package com.foobar.web.infrastructure.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.foobar.gatewayview.ServerView;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Sighting;
import com.foobar.web.infrastructure.view.GatewayViews.HeardView;

/** Combines what several gateways report about the same servers. */
final class Servers {

    private Servers() {}

    /**
     * Returns each server that a gateway reports, in the gateways' order, and this instance's own server if no gateway
     * reports it.
     */
    static List<ServerStatus> of(List<HeardView> views, String instance) {
        Set<String> names = new LinkedHashSet<>();
        views.forEach(heard -> heard.view().servers().forEach(server -> names.add(server.name())));
        ArrayList<ServerStatus> servers = new ArrayList<>();
        for (String name : names) {
            servers.add(server(name, views, instance));
        }
        if (servers.stream().noneMatch(ServerStatus::own)) {
            servers.add(new ServerStatus(instance, List.of(instance), true, List.of()));
        }
        return servers;
    }

    private static ServerStatus server(String name, List<HeardView> views, String instance) {
        List<String> path = views.stream().sorted((a, b) -> Boolean.compare(a.silent(), b.silent()))
                .flatMap(heard -> find(heard, name).stream()).map(ServerView::path).filter(known -> !known.isEmpty())
                .findFirst().orElse(List.of());
        List<Sighting> sightings = views.stream().filter(heard -> !heard.silent())
                .flatMap(heard -> find(heard, name).stream().map(seen -> new Sighting(heard.view().gateway(),
                        seen.state(), seen.inFlight(), seen.rate(), seen.responding())))
                .toList();
        return new ServerStatus(name, path, !path.isEmpty() && path.getLast().equals(instance), sightings);
    }

    private static Optional<ServerView> find(HeardView heard, String name) {
        return heard.view().servers().stream().filter(server -> server.name().equals(name)).findFirst();
    }
}
