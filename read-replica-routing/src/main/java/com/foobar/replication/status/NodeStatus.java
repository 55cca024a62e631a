package com.foobar.replication.status;

import org.jspecify.annotations.Nullable;

/**
 * A database node as this instance last saw it.
 *
 * @param name the node's name, as the configuration gives it
 * @param role whether the node is the primary
 * @param reachable whether the node responded when it was last asked; if not, the values below have no meaning, except
 *            {@code problem}
 * @param writable whether the node accepts writes of ordinary accounts
 * @param applier how the node applies the transactions of its source
 * @param position the transactions that a reader sees on the node, as the server writes a set of GTIDs; null if the
 *            node is not reachable or its set is empty
 * @param lag how far the node is behind the primary
 * @param behind whether the node is too far behind to be read from
 * @param problem why the node is not reachable; null if it is
 */
public record NodeStatus(String name, Role role, boolean reachable, boolean writable, Applier applier,
        @Nullable String position, Lag lag, boolean behind, @Nullable String problem) {}
