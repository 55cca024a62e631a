package com.foobar.gateway.edge;

import java.time.Duration;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

import com.foobar.gateway.admission.Hosts;
import com.foobar.gateway.connection.ClientConnections;
import com.foobar.gateway.connection.HeadLimits;
import com.foobar.gateway.connection.RequestTarget;
import com.foobar.gateway.exchange.ErrorResponse;
import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.exchange.RequestIds;
import com.foobar.gateway.settings.EdgeProperties;

/** The plain HTTP connector, which redirects every request to HTTPS. */
final class RedirectServer implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(RedirectServer.class);

    /** Longer than any address of the site, and short enough that the response to a redirected request stays small. */
    private static final int LONGEST_TARGET = 2 * 1024;
    private static final ErrorResponse TOO_LONG = new ErrorResponse(414,
            "The address is longer than is redirected: without HTTPS it may have 2 KiB. Ask with HTTPS.", null);

    private final int port;
    private final Hosts hosts;
    private final HeadLimits limits;
    private final String publicPort;
    private final ClientConnections connections;

    private @Nullable DisposableServer server;

    RedirectServer(int port, EdgeProperties properties, HeadLimits limits, ClientConnections connections) {
        this.connections = connections;
        this.limits = limits;
        this.port = port;
        this.hosts = new Hosts(properties.hosts());
        this.publicPort = properties.publicHttpsPort() == 443 ? "" : ":" + properties.publicHttpsPort();
    }

    @Override
    public void start() {
        DisposableServer started = HttpServer.create().port(port).idleTimeout(Duration.ofSeconds(10))
                .doOnChannelInit((observer, channel, address) -> connections.watch(channel))
                .httpRequestDecoder(limits::decoder)
                .handle(this::redirect).bindNow();
        server = started;
        logger.info("Redirecting port {} to HTTPS", started.port());
    }

    private Mono<Void> redirect(HttpServerRequest request, HttpServerResponse response) {
        String target = RequestTarget.read(request.method(), request.uri(), request.version(), request.requestHeaders(),
                limits);
        String host = request.requestHeaders().get(HttpHeaderNames.HOST, "");
        ErrorResponse refusal = EdgeErrors.ofTarget(target, host, limits);
        if (refusal == null) {
            refusal = !hosts.allow(host) ? EdgeErrors.OTHER_HOST : target.length() > LONGEST_TARGET ? TOO_LONG : null;
        }
        if (refusal != null) {
            return refusal.send(new RequestContext(request, RequestIds.next(), target, host, System.nanoTime()),
                    response);
        }
        if (EdgeErrors.isServer(target)) {
            return EdgeErrors.describeServer(response);
        }
        return response.status(HttpResponseStatus.PERMANENT_REDIRECT)
                .header(HttpHeaderNames.LOCATION, "https://" + Hosts.nameOf(host) + publicPort + target)
                .header(HttpHeaderNames.CONTENT_LENGTH, "0").send();
    }

    /** Returns the port that this server listens on, or -1 if it does not run. */
    int port() {
        return server == null ? -1 : server.port();
    }

    /** Returns the channel that this server listens on, or null if it does not run. */
    @Nullable
    Channel channel() {
        return server == null ? null : server.channel();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.disposeNow();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /**
     * Returns the phase in which the web server stops: while the gateway announces its stop, this server still
     * redirects.
     */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }
}
