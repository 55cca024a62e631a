package com.foobar.web.account;

import java.time.Instant;

/**
 * A session as its owner sees it.
 *
 * @param device the program and the system, in words
 * @param address that of the network where it began
 */
public record SessionView(long id, String device, String address, Instant createdAt, Instant expiresAt) {}
