package com.foobar.web.infrastructure.snapshot;

import com.foobar.gatewayview.ServerState;

/**
 * A server as one gateway sees it.
 *
 * @param inFlight the requests in flight from the gateway to the server
 * @param rate the responses of the server in the last second to requests of the gateway
 * @param answering how many hops of the server's path, from the front, responded to the gateway's last check; below 0
 *            if the check was accepted but not answered, which may be the fault of any hop
 */
public record Sighting(String gateway, ServerState state, int inFlight, double rate, int answering) {}
