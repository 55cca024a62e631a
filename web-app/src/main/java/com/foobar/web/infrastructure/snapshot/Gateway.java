package com.foobar.web.infrastructure.snapshot;

import java.time.Duration;

/**
 * A gateway.
 *
 * @param heardAgo how long ago it last checked this instance
 * @param silent whether that is too long ago: it is stopped, cut off, or has taken this instance out
 * @param unlisted how many servers it has beside those of the snapshot
 */
public record Gateway(String name, Duration heardAgo, boolean silent, int unlisted) {}
