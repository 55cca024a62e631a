package com.foobar.gateway.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;

import com.foobar.gatewayview.InstanceName;

/**
 * Which of the gateways this is.
 *
 * @param name its name, as logs and the Via header say it
 */
public record Instance(String name) {

    public Instance {
        if (!InstanceName.isValid(name)) {
            throw new IllegalArgumentException("foobar.instance must be 1 to 63 letters, digits, dots, dashes or "
                    + "underscores, but is '" + name + "'.");
        }
    }

    /** The instance of that name, or of this host's name where it is blank. */
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

    /** What the Via header says. */
    public String via() {
        return "1.1 " + name;
    }
}
