package com.foobar.failover.etcd;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.foobar.failover.protocol.Roles;

/**
 * Everything that the agents keep in etcd, as of one moment.
 *
 * @param roles null if the key does not exist
 * @param reason why the primary of the present term became the primary; empty if there are no roles
 * @param rolesRevision changes with each write of the roles; 0 if they do not exist
 * @param leader the node whose agent holds the lease, or null
 * @param leaderLease the lease that the leader holds; 0 if there is no leader
 * @param published what each agent publishes, by node
 * @param switchoverFrom the term that an operator asks to end; 0 if nobody asks
 */
public record Contents(@Nullable Roles roles, String reason, long rolesRevision, @Nullable String leader,
        long leaderLease,
        Map<String, Published> published, long switchoverFrom) {}
