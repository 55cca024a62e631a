package com.foobar.gateway.tracing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Receives spans as OTLP over HTTP, and keeps their bytes unchanged. */
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

    /** Returns the address to which spans are sent. */
    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Returns all received bytes as characters: the ids of traces and spans stand in them as bytes, names as text. */
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
