package com.foobar.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Ports of the loopback address. */
public final class LoopbackPorts {

    // From 32768 up a port may at any time be taken as the near end of somebody's connection.
    private static final int FIRST = 20_000;
    private static final int LAST = 32_767;

    private LoopbackPorts() {}

    /** Ports on which nothing listens, each once, from 20000 to 32767. */
    public static IntStream free() {
        return RandomGenerator.getDefault().ints(FIRST, LAST + 1).distinct().filter(LoopbackPorts::isFree);
    }

    /** Whether nothing listens on the port, at 127.0.0.1 or at every address. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
