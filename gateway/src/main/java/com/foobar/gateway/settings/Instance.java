package com.foobar.gateway.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;

import com.foobar.gatewayview.InstanceName;

/**
 * The identity of this gateway among all gateways.
 *
 * @param name the name of this gateway in logs and in the header Via; a valid {@link InstanceName}
 */
public record Instance(String name) {

    public Instance {
        if (!InstanceName.isValid(name)) {
            throw new IllegalArgumentException("foobar.instance must be 1 to 63 letters, digits, dots, dashes or "
                    + "underscores, but is '" + name + "'.");
        }
    }

    /**
     * Creates the instance with this name. If the name is blank, the name of the host is used, or {@code gateway} if
     * the host has no valid name.
     *
     * @throws IllegalArgumentException if the name is neither blank nor valid
     */
    public static Instance of(String name) {
        return new Instance(name.isBlank() ? hostName() : name);
    }

    private static String hostName() {
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return InstanceName.isValid(host) ? host : "gateway";
        } catch (UnknownHostException e) {
            return "gateway";
        }
    }

    /** Returns what this gateway adds to the header Via. */
    public String via() {
        return "1.1 " + name;
    }
}
