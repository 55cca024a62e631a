package com.foobar.failover.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Everything that an agent knows when it decides.
 *
 * @param stored what etcd returned, or null if it did not respond
 * @param leaseExpired whether, by this agent's own clock, the lease may have expired
 * @param unsettled whether an earlier write of this agent may still arrive at etcd, because no response came or because
 *            the agent has just started
 * @param leaving whether the node should give its role away: for a planned switchover, or because it stops
 */
public record Observation(@Nullable Stored stored, Server server, boolean leaseExpired, boolean unsettled,
        boolean leaving) {}
