package com.foobar.gateway.admission;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The host names that requests may ask for. */
public final class Hosts {

    /** A name of DNS has at most 253 characters, and a port five. */
    private static final int LONGEST = 253 + ":65535".length();
    private static final Pattern HOST = Pattern
            .compile("(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{0,5})?");

    private final Set<String> names;
    private final boolean any;

    public Hosts(Set<String> names) {
        this.names = names;
        this.any = names.contains("*");
    }

    /** Whether the Host header's value names one of them, with any port and in any case. */
    public boolean allow(@Nullable String host) {
        if (host == null || host.isEmpty() || host.length() > LONGEST) {
            return false;
        }
        return any || names.contains(host) || names.contains(nameOf(host).toLowerCase(Locale.ROOT));
    }

    /** Whether it is a name or an address, with a port or without, and has nothing else, such as a user. */
    public static boolean isWellFormed(String host) {
        return host.length() <= LONGEST && HOST.matcher(host).matches();
    }

    /** The name without the port. */
    public static String nameOf(String host) {
        int colon = host.lastIndexOf(':');
        // In [::1] the colons belong to the address.
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
