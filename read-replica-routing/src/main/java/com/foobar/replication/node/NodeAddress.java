package com.foobar.replication.node;

/**
 * The address of a node.
 *
 * @param name the name that logs, metrics and pages use for the node
 * @param url the JDBC URL
 */
public record NodeAddress(String name, String url) {

    /** Returns the name only, because the URL may hold a password. */
    @Override
    public String toString() {
        return "NodeAddress[" + name + "]";
    }
}
