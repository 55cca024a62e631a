package com.foobar.failover.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What one read of etcd returned.
 *
 * @param roles null if the key does not exist: before the first start, or if etcd has lost its data
 */
public record Stored(@Nullable Roles roles, Leader leader, Peer peer) {}
