package com.foobar.web.inputs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends requests unchanged, each on a new connection. */
final class RawClient {

    /** Only a request that would otherwise hang forever reaches this timeout. */
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    private final int port;

    RawClient(int port) {
        this.port = port;
    }

    /**
     * A response.
     *
     * @param status the status; 0 if there was no response
     * @param text the whole response: status line, headers and body
     */
    record Answer(int status, String text) {

        /** Returns the value of a header, or an empty text if there is none. */
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

    /** Writes a request; the server may refuse it before it has read all of it. */
    private static void write(Socket socket, RawRequest request) throws IOException {
        try {
            socket.getOutputStream().write(request.bytes());
            socket.getOutputStream().flush();
            if (request.missing > 0) {
                socket.shutdownOutput();
            }
        } catch (SocketException _) {
            // The response that the server has already sent is read nevertheless.
        }
    }
}
