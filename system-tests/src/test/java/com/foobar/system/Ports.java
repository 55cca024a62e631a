package com.foobar.system;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.random.RandomGenerator;

/**
 * Finds free ports of this machine for everything that the suite publishes, so that the tests do not collide with a
 * running suite.
 */
final class Ports {

    // The system may use a port from 32768 up at any time for an outgoing connection.
    private static final int FIRST = 20_000;

    private static final int LAST = 32_767;

    private final Map<String, Integer> ports = new LinkedHashMap<>();

    /** Finds a free port for each of these variables of {@code .env}. */
    Ports(String... variables) {
        PrimitiveIterator.OfInt free = RandomGenerator.getDefault().ints(FIRST, LAST + 1).distinct()
                .filter(Ports::isFree).iterator();
        for (String variable : variables) {
            ports.put(variable, free.next());
        }
    }

    int get(String variable) {
        Integer port = ports.get(variable);
        if (port == null) {
            throw new IllegalArgumentException("No port is known as " + variable);
        }
        return port;
    }

    Map<String, String> asEnvironment() {
        Map<String, String> environment = new LinkedHashMap<>();
        ports.forEach((variable, port) -> environment.put(variable, port.toString()));
        return environment;
    }

    /** Returns whether nothing listens on the port, at any address. */
    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
