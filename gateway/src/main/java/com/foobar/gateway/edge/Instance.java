package com.foobar.gateway.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Which of the gateways this is.
 *
 * @param name its name, as logs and the Via header say it
 */
public record Instance(String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    public Instance {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("foobar.instance must be 1 to 63 letters, digits, dots, dashes or "
                    + "underscores, but is '" + name + "'.");
        }
    }

    /** The instance of that name, or of this host's name where it is blank. */
    static Instance of(String name) {
        return new Instance(name.isBlank() ? hostName() : name);
    }

    private static String hostName() {
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return NAME.matcher(host).matches() ? host : "gateway";
        } catch (UnknownHostException e) {
            return "gateway";
        }
    }

    /** What the Via header says. */
    public String via() {
        return "1.1 " + name;
    }
}
