package com.foobar.replication.node;

/**
 * Where a node is.
 *
 * @param name what logs, metrics and pages call it
 */
public record NodeAddress(String name, String url) {}
