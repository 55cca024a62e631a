package com.foobar.gateway.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Which of the gateways this is.
 *
 * @param name its name, as logs and the Via header say it
 */
public record Instance(String name) {

    /** The instance of that name, or of this host's name where it is blank. */
    static Instance of(String name) {
        return new Instance(name.isBlank() ? hostName() : name);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "gateway";
        }
    }

    /** What the Via header says. */
    public String via() {
        return "1.1 " + name;
    }
}
