package com.foobar.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** Free ports of this machine for everything that the suite publishes, so that a suite in use is not in the way. */
final class Ports {

    private final Map<String, Integer> ports = new LinkedHashMap<>();

    /** Finds a free port for each of the variables of {@code .env} that name one. */
    Ports(String... variables) {
        for (String variable : variables) {
            ports.put(variable, free());
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

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
