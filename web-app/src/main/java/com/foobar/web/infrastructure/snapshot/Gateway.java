package com.foobar.web.infrastructure.snapshot;

import java.time.Duration;

/**
 * A gateway as this instance sees it.
 *
 * @param heardAgo the time since the gateway last checked this instance
 * @param silent whether this time is too long: the gateway is stopped or cut off, or has taken this instance out
 * @param unlisted how many servers the gateway has that are not in the snapshot
 */
public record Gateway(String name, Duration heardAgo, boolean silent, int unlisted) {}
