package com.foobar.gateway.server;

import java.util.List;

import com.foobar.gatewayview.GatewayView;
import com.foobar.gatewayview.ServerView;

/** Formats the header that tells a server, with each health check, how this gateway sees all servers. */
final class ViewHeader {

    private final String gateway;

    /** @param gateway this gateway's name */
    ViewHeader(String gateway) {
        this.gateway = gateway;
    }

    /** Returns the header's value, as {@link GatewayView#format()} does. */
    String of(List<Server> servers) {
        return new GatewayView(gateway, servers.stream().map(ViewHeader::view).toList(), 0).format();
    }

    private static ServerView view(Server server) {
        ServerPath path = server.path();
        return new ServerView(server.name(), server.status().state(), Math.max(0, server.inFlight()),
                server.traffic().rate(), path.hops(), path.responding());
    }
}
