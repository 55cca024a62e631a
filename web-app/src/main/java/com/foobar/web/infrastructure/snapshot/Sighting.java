package com.foobar.web.infrastructure.snapshot;

import com.foobar.gatewayview.ServerState;

/**
 * What one gateway makes of a server.
 *
 * @param inFlight the gateway's requests that the server has in hand
 * @param rate the gateway's requests that the server answered in the last second
 * @param answering how many members of the server's path, from the front, have answered the gateway's last check; below
 *            0 where the check was taken and not answered, which may be any one's fault
 */
public record Sighting(String gateway, ServerState state, int inFlight, double rate, int answering) {}
