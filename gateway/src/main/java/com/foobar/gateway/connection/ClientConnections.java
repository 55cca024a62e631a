package com.foobar.gateway.connection;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.NettyPipeline;

import org.springframework.context.SmartLifecycle;

import com.foobar.gateway.admission.ClientUse;
import com.foobar.gateway.admission.ClientUses;
import com.foobar.gateway.admission.RejectionMetrics;
import com.foobar.gateway.exchange.ErrorResponse;
import com.foobar.gateway.settings.ClientProperties;

/** Watches all client connections, with one check of all of them at regular times instead of a timer for each. */
public final class ClientConnections implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(ClientConnections.class);
    private static final String HANDLER = "clientConnection";
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final ClientProperties limits;
    private final HeadLimits headLimits;
    private final ClientUses uses;
    private final RejectionMetrics refused;
    private final Set<ClientConnection> open = ConcurrentHashMap.newKeySet();

    private Disposable running = Disposables.disposed();
    private volatile boolean closing;

    ClientConnections(ClientProperties limits, HeadLimits headLimits, ClientUses uses, RejectionMetrics refused,
            MeterRegistry registry) {
        this.limits = limits;
        this.headLimits = headLimits;
        this.uses = uses;
        this.refused = refused;
        Gauge.builder("foobar.gateway.connections", open, Set::size)
                .description("Open connections of clients").register(registry);
    }

    /**
     * Watches a new connection, with a handler behind TLS and before HTTP. Closes the connection instead if the gateway
     * is stopping or if the client has too many connections.
     *
     * @param channel the connection, with its TLS handler if it has one
     */
    @SuppressWarnings("FutureReturnValueIgnored") // A close that fails means a connection that is gone already.
    public void watch(Channel channel) {
        if (closing) {
            // It came in before the listener closed. No request has been read, so the client may go to another gateway.
            channel.close();
            return;
        }
        ClientUse use = null;
        if (channel.remoteAddress() instanceof InetSocketAddress client) {
            use = uses.connect(client.getAddress());
            if (use == null) {
                refused.count(RejectionMetrics.Reason.CONNECTIONS);
                channel.close();
                return;
            }
            ClientUse counted = use;
            channel.closeFuture().addListener(closed -> uses.disconnected(counted));
        }
        ChannelPipeline pipeline = channel.pipeline();
        ClientConnection connection = new ClientConnection(this, limits, headLimits, use);
        if (pipeline.get(NettyPipeline.SslHandler) == null) {
            pipeline.addFirst(HANDLER, connection);
        } else {
            pipeline.addAfter(NettyPipeline.SslHandler, HANDLER, connection);
        }
    }

    void add(ClientConnection connection) {
        open.add(connection);
    }

    void remove(ClientConnection connection) {
        open.remove(connection);
    }

    void refused(ErrorResponse refusal, String why) {
        if (refusal.status().code() == 408) {
            tooSlow(why);
        } else {
            refused.count(RejectionMetrics.Reason.MALFORMED);
            logger.debug("Refused with {}: {}", refusal.status(), why);
        }
    }

    void tooSlow(String why) {
        refused.count(RejectionMetrics.Reason.SLOW);
        logger.debug("Too slow: {}", why);
    }

    /** Does the same as {@link #closeUnused()}, since the gateway stops; new connections are closed at once. */
    public Mono<Void> closeForGood() {
        closing = true;
        return closeUnused();
    }

    /**
     * Closes the connections that wait for a next request.
     *
     * @return completes when all clients must have read the notice: after one second if there are HTTP/2 connections,
     *         otherwise at once
     */
    public Mono<Void> closeUnused() {
        return Mono.when(open.stream().map(ClientConnection::closeIfUnused).toList());
    }

    @Override
    public void start() {
        closing = false;
        running = Flux.interval(PERIOD, Schedulers.single()).onBackpressureDrop()
                .subscribe(turn -> open.forEach(connection -> connection.check(System.nanoTime())));
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }

    /** Returns a phase that stops after the web server: clients are watched for as long as they have connections. */
    @Override
    public int getPhase() {
        return 0;
    }
}
