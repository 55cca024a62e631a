package com.foobar.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** A server behind the gateway; the test sets its behaviour. */
public final class Backend implements AutoCloseable {

    /** How a backend responds. */
    public interface Behaviour extends BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {}

    /** Not the event loops that all of Reactor Netty shares, because a gateway ends those when it closes. */
    private static final LoopResources LOOPS = LoopResources.create("backend", 2, true);

    private final int port;
    private DisposableServer server;
    private final AtomicInteger received = new AtomicInteger();

    private final Behaviour usual;
    private volatile Behaviour behaviour;
    private volatile Behaviour readiness = (request, response) -> response.send();

    public Backend(String name) {
        this(name, 0);
    }

    public Backend(String name, int port) {
        behaviour = (request, response) -> response.header("X-Served-By", name)
                .sendString(body(request).map(body -> body.isEmpty() ? name : body));
        usual = behaviour;
        server = start(port);
        this.port = server.port();
    }

    /** Does not use {@code aggregate()}, which releases buffers of others if a body that is sent back breaks off. */
    private static Mono<String> body(HttpServerRequest request) {
        return request.receive().asByteArray().collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
                .map(bytes -> bytes.toString(StandardCharsets.UTF_8));
    }

    private DisposableServer start(int on) {
        return HttpServer.create().runOn(LOOPS).host("127.0.0.1").port(on)
                .httpRequestDecoder(spec -> spec.maxInitialLineLength(64 * 1024).maxHeaderSize(64 * 1024))
                .handle(this::answer).bindNow();
    }

    /** Restores the first behaviour, starts the backend if it was closed, and sets the count of requests to 0. */
    public void reset() {
        if (server.isDisposed()) {
            server = start(port);
        }
        behaviour = usual;
        readiness = (request, response) -> response.send();
        received.set(0);
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        if (request.uri().equals("/readyz")) {
            return readiness.apply(request, response);
        }
        received.incrementAndGet();
        return behaviour.apply(request, response);
    }

    public Backend behave(Behaviour other) {
        behaviour = other;
        return this;
    }

    public Backend ready(Behaviour other) {
        readiness = other;
        return this;
    }

    /** Never responds. */
    public static Behaviour silence() {
        return (request, response) -> Mono.never();
    }

    public static Behaviour status(int status) {
        return (request, response) -> response.status(status).send();
    }

    /** Closes the connection without a response. */
    @SuppressWarnings("FutureReturnValueIgnored") // The test sees whether the connection was closed.
    public static Behaviour closing() {
        return (request, response) -> {
            response.withConnection(connection -> connection.channel().close());
            return Mono.never();
        };
    }

    /** Sends these bytes and then closes the connection at once. */
    public static Behaviour saying(String bytes) {
        return (request, response) -> {
            response.withConnection(connection -> connection.channel().pipeline().firstContext()
                    .writeAndFlush(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1))
                    .addListener(ChannelFutureListener.CLOSE));
            return Mono.never();
        };
    }

    public int port() {
        return port;
    }

    /** Returns the number of requests received, without health checks. */
    public int received() {
        return received.get();
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(3));
    }
}
