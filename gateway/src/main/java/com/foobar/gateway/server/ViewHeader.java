package com.foobar.gateway.server;

import java.util.List;

import com.foobar.gatewayview.GatewayView;
import com.foobar.gatewayview.ServerView;

/** Makes the header by which each health check tells a server what this gateway knows of all its servers. */
final class ViewHeader {

    private final String gateway;

    /** @param gateway this gateway's name */
    ViewHeader(String gateway) {
        this.gateway = gateway;
    }

    String of(List<Server> servers) {
        return new GatewayView(gateway, servers.stream().map(ViewHeader::view).toList(), 0).format();
    }

    private static ServerView view(Server server) {
        ServerPath path = server.path();
        return new ServerView(server.name(), server.status().state(), Math.max(0, server.inFlight()),
                server.traffic().rate(), path.hops(), path.answering());
    }
}
