package com.foobar.replication.pair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * A proxy in front of a server that can be cut. While it is cut, data that is sent gets neither a response nor an
 * error, as when a network or a server is silent.
 */
public final class Cable {

    /** The port of a server that does not run. */
    static final int NOWHERE = -1;

    private final ServerSocket entrance;
    private final IntSupplier serverPort;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Cable(IntSupplier serverPort) {
        this.serverPort = serverPort;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("cable-" + port()).start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Cuts the cable: from now on it drops all data, and keeps the connections open, so that neither end notices. */
    public void cut() {
        cut = true;
    }

    /** Mends the cable: new connections work again; connections from before the cut end. */
    public void mend() {
        if (cut) {
            cut = false;
            ends.forEach(Cable::close);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                ends.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                close(entrance);
            }
        }
    }

    private void connect(Socket client) {
        if (cut) {
            return;
        }
        Socket server = new Socket();
        try {
            int port = serverPort.getAsInt();
            if (port == NOWHERE) {
                throw new ConnectException("The server does not run.");
            }
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            ends.add(server);
            Thread.ofVirtual().start(() -> copy(server, client));
            copy(client, server);
        } catch (IOException e) {
            end(client, server);
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try {
            for (int length = from.getInputStream().read(buffer); length >= 0; length = from.getInputStream()
                    .read(buffer)) {
                if (!cut) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            // One end was closed, so the other end is closed too.
        }
        if (!cut) {
            end(from, to);
        }
    }

    private void end(Socket one, Socket other) {
        ends.remove(one);
        ends.remove(other);
        close(one);
        close(other);
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException("A socket could not be closed.", e);
        }
    }
}
