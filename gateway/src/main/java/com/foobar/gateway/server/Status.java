package com.foobar.gateway.server;

import com.foobar.gatewayview.ServerState;
import java.time.Instant;

/**
 * A server's state as people read it.
 *
 * @param state the state
 * @param reason why, as part of a sentence
 * @param since when this state began
 */
public record Status(ServerState state, String reason, Instant since) {}
