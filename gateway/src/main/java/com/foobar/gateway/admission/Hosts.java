package com.foobar.gateway.admission;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Checks the Host header of requests against the host names that the gateway serves. */
public final class Hosts {

    /** A DNS name has at most 253 characters, and a port at most five digits. */
    private static final int LONGEST = 253 + ":65535".length();
    private static final Pattern HOST = Pattern
            .compile("(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{0,5})?");

    private final Set<String> names;
    private final boolean any;

    /**
     * Creates the check for these names.
     *
     * @param names the accepted host names, in lower case and without a port; {@code *} accepts any host
     */
    public Hosts(Set<String> names) {
        this.names = names;
        this.any = names.contains("*");
    }

    /**
     * Returns whether a request for this host may pass; port, case and a trailing dot do not matter.
     *
     * @param host the value of the Host header; never allowed if null or not {@linkplain #isWellFormed well-formed}
     */
    public boolean allow(@Nullable String host) {
        return host != null && isWellFormed(host)
                && (any || names.contains(host) || names.contains(nameOf(host).toLowerCase(Locale.ROOT)));
    }

    /** Returns whether the value is a host name or an IP address with an optional port, and nothing else (no user). */
    public static boolean isWellFormed(String host) {
        return host.length() <= LONGEST && HOST.matcher(host).matches();
    }

    /** Returns the host without its port and without a trailing dot; the case is kept. */
    public static String nameOf(String host) {
        int colon = host.lastIndexOf(':');
        // In [::1], the colons belong to the address.
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
