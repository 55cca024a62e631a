package com.foobar.failover.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.jr.ob.JSON;

/** Serves the agent's liveness, state and metrics. */
final class ManagementServer {

    private static final JSON WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private ManagementServer() {}

    /**
     * Starts to serve.
     *
     * @param alive whether the agent's loop still runs
     * @throws IOException if the port cannot be opened
     */
    static void start(int port, BooleanSupplier alive, Supplier<Status> status, Metrics metrics) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/livez", exchange -> {
            boolean lives = alive.getAsBoolean();
            respond(exchange, lives ? 200 : 503, "text/plain", lives ? "ok\n" : "the agent hangs\n");
        });
        server.createContext("/state",
                exchange -> respond(exchange, 200, "application/json", WITH_NULLS.asString(status.get())));
        server.createContext("/metrics", exchange -> respond(exchange, 200, "text/plain; version=0.0.4",
                metrics.text(status.get())));
        server.start();
    }

    private static void respond(HttpExchange exchange, int code, String type, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
