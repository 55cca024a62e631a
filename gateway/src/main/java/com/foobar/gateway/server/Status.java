package com.foobar.gateway.server;

import java.time.Instant;

/**
 * A server's state as people read it.
 *
 * @param state the state
 * @param reason why, as part of a sentence
 * @param since when this state began
 */
public record Status(State state, String reason, Instant since) {}
