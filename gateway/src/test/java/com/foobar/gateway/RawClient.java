package com.foobar.gateway;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client's connection on which the test itself sends every byte. */
public final class RawClient implements AutoCloseable {

    /** The complete handshake of a WebSocket. */
    public static final String HANDSHAKE = """
            GET /chat HTTP/1.1\r
            Host: localhost\r
            Connection: keep-alive, Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            \r
            """;

    private static final int LONGEST_WAIT_MILLIS = 15_000;

    private final Socket socket;

    public RawClient(int port) {
        this(port, "127.0.0.1");
    }

    /**
     * Connects to the gateway.
     *
     * @param from the client's own address, a loopback address
     */
    public RawClient(int port, String from) {
        try {
            socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0);
            socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Ends the sending side of the connection; the client can still read. */
    public void endSending() throws IOException {
        socket.shutdownOutput();
    }

    /** Closes the connection with a TCP reset instead of an orderly end. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Reads the head of a response, the empty line included. */
    public String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("the connection ended after: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Reads this many bytes. */
    public String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    /** Reads until the gateway closes or resets the connection; notes at the end if the gateway leaves it open. */
    public String readToEnd() {
        StringBuilder answer = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                answer.append((char) next);
            }
        } catch (IOException e) {
            answer.append(e.getMessage().contains("timed out") ? "(connection left open)" : "");
        }
        return answer.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
