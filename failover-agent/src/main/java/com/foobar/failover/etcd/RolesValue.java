package com.foobar.failover.etcd;

import org.jspecify.annotations.Nullable;

import com.foobar.failover.protocol.Roles;
import com.foobar.failover.protocol.Roles.Partner;

/**
 * The roles as the value of their key.
 *
 * @param partner empty if there is none
 * @param incarnation empty if there is no partner
 * @param reason why the primary of this term became the primary
 */
record RolesValue(String primary, String partner, String incarnation, long term, String reason) {

    static RolesValue of(Roles roles, String reason) {
        Partner partner = roles.partner();
        return new RolesValue(roles.primary(), partner == null ? "" : partner.node(),
                partner == null ? "" : partner.incarnation(), roles.term(), reason);
    }

    Roles roles() {
        return new Roles(primary, partnerOrNull(), term);
    }

    private @Nullable Partner partnerOrNull() {
        return partner.isEmpty() ? null : new Partner(partner, incarnation);
    }
}
