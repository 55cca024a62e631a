package com.foobar.gateway.edge;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The host names that requests may ask for. */
final class Hosts {

    private final Set<String> names;
    private final boolean any;

    Hosts(Set<String> names) {
        this.names = names;
        this.any = names.contains("*");
    }

    /** Whether the Host header's value names one of them, with any port and in any case. */
    boolean allow(@Nullable String host) {
        if (host == null || host.isEmpty()) {
            return false;
        }
        return any || names.contains(host) || names.contains(nameOf(host).toLowerCase(Locale.ROOT));
    }

    /** The name without the port. */
    static String nameOf(String host) {
        int colon = host.lastIndexOf(':');
        // In [::1] the colons belong to the address.
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
