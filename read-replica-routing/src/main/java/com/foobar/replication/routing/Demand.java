package com.foobar.replication.routing;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.dialect.AccessMode;

/**
 * What a transaction needs of its connection.
 *
 * @param autoCommit whether each statement is a transaction of its own
 * @param isolation a level of {@link java.sql.Connection}, or null for the server's default
 */
record Demand(AccessMode access, boolean autoCommit, @Nullable Integer isolation) {}
