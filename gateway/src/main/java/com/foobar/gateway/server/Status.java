package com.foobar.gateway.server;

import java.time.Instant;

import com.foobar.gatewayview.ServerState;

/**
 * A server's state, for people to read.
 *
 * @param state the state
 * @param reason why the server has this state, as part of a sentence
 * @param since when this state began
 */
public record Status(ServerState state, String reason, Instant since) {}
