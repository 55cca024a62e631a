package com.foobar.gateway.server;

import java.time.Instant;

import com.foobar.gatewayview.ServerState;

/**
 * A server's state as people read it.
 *
 * @param state the state
 * @param reason why, as part of a sentence
 * @param since when this state began
 */
public record Status(ServerState state, String reason, Instant since) {}
