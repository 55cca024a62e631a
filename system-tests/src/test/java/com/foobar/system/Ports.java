package com.foobar.system;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.random.RandomGenerator;

/** Free ports of this machine for everything that the suite publishes, so that a suite in use is not in the way. */
final class Ports {

    // From 32768 up a port may at any time be taken as the near end of somebody's connection.
    private static final int FIRST = 20_000;

    private static final int LAST = 32_767;

    private final Map<String, Integer> ports = new LinkedHashMap<>();

    /** Finds a free port for each of the variables of {@code .env} that name one. */
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

    /** Whether nothing listens there, at any address. */
    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
