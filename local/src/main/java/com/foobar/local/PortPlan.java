package com.foobar.local;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.foobar.process.LoopbackPorts;

/** Which endpoint listens on which port of the loopback address. */
record PortPlan(Map<Endpoint, Integer> ports) {

    /** Below the ports that the system hands out by itself, and away from those that the suite in Docker publishes. */
    static final int DEFAULT_FIRST = 10_000;

    PortPlan {
        // In the order of the endpoints, so that the first wrong one is always the one that is named.
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

    /** Each endpoint at its place above the first port, except those that have a port of their own. */
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
