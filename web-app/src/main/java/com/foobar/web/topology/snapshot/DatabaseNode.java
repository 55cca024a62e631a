package com.foobar.web.topology.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * A database node as this instance sees it.
 *
 * @param primary
 *            whether it is the one that takes the writes
 * @param position
 *            the transactions that it has executed, as the server writes them, or null where it does not answer
 * @param lagSeconds
 *            since when the primary has had something that it has not
 * @param lagTransactions
 *            how many it has not
 */
public record DatabaseNode(String name, boolean primary, DatabaseState state, @Nullable String position,
        double lagSeconds, long lagTransactions) {}
