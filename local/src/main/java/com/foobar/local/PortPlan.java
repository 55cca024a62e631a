package com.foobar.local;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.foobar.process.LoopbackPorts;

/** Assigns a port of the loopback address to each endpoint. */
record PortPlan(Map<Endpoint, Integer> ports) {

    /**
     * The default is below the ports that the system assigns by itself, and different from the ports that the suite
     * publishes in Docker.
     */
    static final int DEFAULT_FIRST = 10_000;

    PortPlan {
        // The ports are checked in the order of the endpoints, so that the message always names the first wrong port.
        ports = Collections.unmodifiableMap(new EnumMap<>(ports));
        Set<Integer> seen = new HashSet<>();
        ports.forEach((endpoint, port) -> {
            if (port < 1 || port > 65_535) {
                throw new LocalException(
                        "The port of " + endpoint.option() + " must be from 1 to 65535, but is " + port + ".");
            }
            if (!seen.add(port)) {
                throw new LocalException("Port " + port + " is set for two endpoints.");
            }
        });
    }

    /**
     * Returns a plan with each endpoint at its offset above the first port, except the endpoints that have an explicit
     * port.
     */
    static PortPlan of(int first, Map<Endpoint, Integer> exceptions) {
        Map<Endpoint, Integer> ports = new EnumMap<>(Endpoint.class);
        for (Endpoint endpoint : Endpoint.values()) {
            ports.put(endpoint, exceptions.getOrDefault(endpoint, first + endpoint.offset()));
        }
        return new PortPlan(ports);
    }

    int of(Endpoint endpoint) {
        return ports.getOrDefault(endpoint, 0);
    }

    void requireFree() {
        for (Endpoint endpoint : Endpoint.values()) {
            if (!endpoint.isDatabase() && !LoopbackPorts.isFree(of(endpoint))) {
                throw new LocalException("Port " + of(endpoint) + " for " + endpoint.option()
                        + " is in use: stop what listens there, or choose another with --" + endpoint.option()
                        + "=PORT, or move all ports with --first-port=PORT.");
            }
        }
    }
}
