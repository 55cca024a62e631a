package com.foobar.gateway.edge;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

import com.foobar.gateway.connection.ClientConnections;
import com.foobar.gateway.exchange.DepartureSignal;

/**
 * The first step of a stop: the gateway is no longer ready and still serves requests, but each response tells its
 * client to close the connection.
 */
final class Shutdown implements SmartLifecycle, DepartureSignal {

    private static final Logger logger = LoggerFactory.getLogger(Shutdown.class);

    private final ApplicationContext context;
    private final Duration delay;
    private final ObjectProvider<ClientConnections> connections;

    private volatile boolean running;
    private volatile boolean underWay;

    Shutdown(ApplicationContext context, ShutdownProperties properties,
            ObjectProvider<ClientConnections> connections) {
        this.connections = connections;
        this.context = context;
        this.delay = properties.delay();
    }

    @Override
    public boolean isDeparting() {
        return underWay;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable done) {
        underWay = true;
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        logger.info("Stopping: not ready any more, serving for another {} ms", delay.toMillis());
        Mono.delay(delay).then(Mono.fromSupplier(connections::getIfAvailable)).flatMap(ClientConnections::closeForGood)
                .doFinally(end -> {
                    running = false;
                    done.run();
                }).subscribe();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Returns a phase that stops before everything else, the web server included. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
