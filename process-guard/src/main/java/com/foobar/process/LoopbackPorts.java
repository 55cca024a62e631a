package com.foobar.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Finds free TCP ports of the loopback address. */
public final class LoopbackPorts {

    // The system may use a port from 32768 up at any time for an outgoing connection.
    private static final int FIRST = 20_000;
    private static final int LAST = 32_767;

    private LoopbackPorts() {}

    /** Returns free ports from 20000 to 32767 in random order, each at most once. */
    public static IntStream free() {
        return RandomGenerator.getDefault().ints(FIRST, LAST + 1).distinct().filter(LoopbackPorts::isFree);
    }

    /** Returns whether nothing listens on the port, neither on 127.0.0.1 nor on all addresses. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
