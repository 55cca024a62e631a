package com.foobar.gateway.proxy;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.server.PoolListener;
import com.foobar.gateway.server.Server;
import com.foobar.gatewayview.ServerState;

/** The metrics of each server, and of the gateway's own responses in place of a server, for Prometheus. */
final class ServerMetrics implements PoolListener {

    private static final String[] CLASSES = { "1xx", "2xx", "3xx", "4xx", "5xx" };

    private static final Duration[] BUCKETS = { Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5),
            Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(100),
            Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30) };

    /** Stands for the server's name if no server has responded, as in the access log. */
    private static final String NOBODY = "-";

    private final MeterRegistry registry;
    private final Timer nobody;
    private final Timer clients;
    private final Map<Server, Timer[]> timers = new ConcurrentHashMap<>();

    ServerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.nobody = requests(Tags.of("server", NOBODY, "status", "5xx"));
        this.clients = requests(Tags.of("server", NOBODY, "status", "client"));
    }

    /** Counts a request that got the gateway's own response, since no server responded. */
    void noResponse(long nanos) {
        nobody.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Counts a request that failed because of its client: no server is to blame, and the objectives leave it out. */
    void clientFailed(long nanos) {
        clients.record(nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Counts a request to which this server responded.
     *
     * @param nanos the time from the arrival of the request to the end of the response, in nanoseconds
     */
    void responded(Server server, RequestContext context, long nanos) {
        Timer[] perClass = timers.get(server);
        if (perClass != null) {
            perClass[Math.clamp(context.statusCode() / 100 - 1, 0, 4)].record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void joined(Server server) {
        Tags tags = Tags.of("server", server.name());
        Timer[] perClass = new Timer[CLASSES.length];
        for (int i = 0; i < perClass.length; i++) {
            perClass[i] = requests(tags.and("status", CLASSES[i]));
        }
        timers.put(server, perClass);
        Gauge.builder("foobar.gateway.in.flight", server, Server::inFlight).tags(tags)
                .description("Requests that the server is working on").register(registry);
        Gauge.builder("foobar.gateway.server.up", server, it -> it.isUp() && !it.isEjected() ? 1 : 0).tags(tags)
                .description("Whether the server may get requests").register(registry);
        for (ServerState state : ServerState.values()) {
            Gauge.builder("foobar.gateway.server.state", server, it -> it.status().state() == state ? 1 : 0).tags(tags)
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("1 for the state that the server is in").register(registry);
        }
        FunctionCounter.builder("foobar.gateway.errors", server, it -> it.traffic().errors()).tags(tags)
                .description("Requests that the server failed: no response, or one of 5xx").register(registry);
        FunctionCounter.builder("foobar.gateway.retries", server, it -> it.traffic().retries()).tags(tags)
                .description("Requests that went on to another server after this one had failed them")
                .register(registry);
        FunctionCounter.builder("foobar.gateway.ejections", server, it -> it.traffic().ejections()).tags(tags)
                .description("Times that the server was left out because requests to it failed").register(registry);
    }

    private Timer requests(Tags tags) {
        return Timer.builder("foobar.gateway.requests").tags(tags)
                .description("Requests that the server responded to, from their arrival to the end of the response")
                .serviceLevelObjectives(BUCKETS).register(registry);
    }

    @Override
    public void left(Server server) {
        timers.remove(server);
        for (Meter meter : registry.getMeters()) {
            if (meter.getId().getName().startsWith("foobar.gateway.")
                    && server.name().equals(meter.getId().getTag("server"))) {
                registry.remove(meter);
            }
        }
    }
}
