package com.foobar.web.account;

import java.time.Instant;

/**
 * A session as its owner sees it.
 *
 * @param device the program and the operating system, in words
 * @param address the IP address from which the session began
 */
public record SessionView(long id, String device, String address, Instant createdAt, Instant expiresAt) {}
