package com.foobar.web.inputs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends requests as they are, one a connection. */
final class RawClient {

    /** So long that it is reached only by a request that would hang for ever. */
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    private final int port;

    RawClient(int port) {
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param status 0 where nothing did
     */
    record Answer(int status, String text) {

        /** The value of a header, or an empty text. */
        String header(String name) {
            Matcher line = Pattern.compile("\r\n" + name.toLowerCase(Locale.ROOT) + ": ?([^\r]*)",
                    Pattern.CASE_INSENSITIVE).matcher(text.split("\r\n\r\n", 2)[0]);
            return line.find() ? line.group(1) : "";
        }

        String body() {
            String[] parts = text.split("\r\n\r\n", 2);
            return parts.length == 2 ? parts[1] : "";
        }
    }

    Answer send(RawRequest request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, request);
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher status = STATUS.matcher(text);
            return new Answer(status.lookingAt() ? Integer.parseInt(status.group(1)) : 0, text);
        }
    }

    /** A server may refuse a request before it has read all of it. */
    private static void write(Socket socket, RawRequest request) throws IOException {
        try {
            socket.getOutputStream().write(request.bytes());
            socket.getOutputStream().flush();
            if (request.missing > 0) {
                socket.shutdownOutput();
            }
        } catch (SocketException _) {
            // What the server said meanwhile is read all the same.
        }
    }
}
