package com.foobar.failover.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What all agents have agreed upon: the one key in etcd, which changes by compare-and-swap only.
 *
 * @param primary the node that may accept writes
 * @param partner the server that has every acknowledged commit and may succeed the primary, or null while the primary
 *            acknowledges commits alone
 * @param term grows by one with each change of the primary
 */
public record Roles(String primary, @Nullable Partner partner, long term) {

    /**
     * A running server that has every acknowledged commit.
     *
     * @param incarnation identifies one run of the server, because a server that starts again discards what it had
     *            received but not applied, and has to be admitted anew
     */
    public record Partner(String node, String incarnation) {}

    /** Returns these roles with another partner, or with none. */
    public Roles withPartner(@Nullable Partner next) {
        return new Roles(primary, next, term);
    }

    /** Returns the roles of the next term, in which a node is the primary and acknowledges commits alone. */
    public Roles succeededBy(String node) {
        return new Roles(node, null, term + 1);
    }
}
