package com.foobar.web.infrastructure.picture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.foobar.web.infrastructure.snapshot.ServerStatus;
import com.foobar.web.infrastructure.snapshot.Snapshot;
import com.foobar.web.infrastructure.snapshot.Snapshot.Gateway;

/**
 * The way that one request took.
 *
 * @param proxies the names of the gateway and of the web server, in this order, without a proxy that the request did
 *            not pass
 * @param instance the name of the web-app
 * @param node the database node, or null if the request used none
 */
public record RequestPath(List<String> proxies, String instance, @Nullable String node) {

    public RequestPath {
        proxies = List.copyOf(proxies);
    }

    /**
     * Returns the gateway: the first proxy that is a known gateway, or else the first proxy if it is not a known web
     * server.
     */
    Optional<String> gateway(Snapshot snapshot) {
        List<String> known = snapshot.gateways().stream().map(Gateway::name).toList();
        return proxies.stream().filter(known::contains).findFirst()
                .or(() -> proxies.stream().limit(1).filter(first -> !isWebServer(first, snapshot)).findFirst());
    }

    /** Returns the web server: the last proxy, if it is not the gateway. */
    Optional<String> webServer(Snapshot snapshot) {
        return proxies.isEmpty() ? Optional.empty()
                : Optional.of(proxies.getLast()).filter(last -> !gateway(snapshot).equals(Optional.of(last)));
    }

    /** Returns all names on the way, in order. */
    public List<String> names() {
        return Stream.concat(Stream.concat(proxies.stream(), Stream.of(instance)), Stream.ofNullable(node)).toList();
    }

    private static boolean isWebServer(String name, Snapshot snapshot) {
        return snapshot.servers().stream().map(ServerStatus::webServer).anyMatch(name::equals);
    }
}
