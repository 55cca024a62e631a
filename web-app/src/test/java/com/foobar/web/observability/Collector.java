package com.foobar.web.observability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Receives spans with OTLP over HTTP and stores their bytes. */
final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final ByteArrayOutputStream spans = new ByteArrayOutputStream();

    Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        synchronized (spans) {
            spans.write(body);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** Returns the address that spans are sent to. */
    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /**
     * Returns all received bytes, each as one character. They contain the ids of traces and spans in binary form, and
     * names as text.
     */
    String received() {
        synchronized (spans) {
            return spans.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
