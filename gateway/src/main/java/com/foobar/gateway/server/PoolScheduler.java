package com.foobar.gateway.server;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;

/** Starts the periodic work of the pool from one thread: DNS discovery, health checks and the tick. */
final class PoolScheduler implements SmartLifecycle {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Pool pool;
    private final HealthChecks checks;
    private final Duration checkInterval;
    private final @Nullable DnsDiscovery name;
    private final Duration followInterval;
    private final Duration patience;

    private Disposable running = Disposables.disposed();

    /** @param patience how long the start may wait for the results of the first health checks */
    PoolScheduler(Pool pool, HealthChecks checks, Duration checkInterval, @Nullable DnsDiscovery name,
            Duration followInterval, Duration patience) {
        this.pool = pool;
        this.checks = checks;
        this.checkInterval = checkInterval;
        this.name = name;
        this.followInterval = followInterval;
        this.patience = patience;
    }

    /**
     * Waits for the first health checks, then starts the periodic work. The web server starts after this, so that the
     * gateway knows which servers are up when it accepts its first request.
     */
    @Override
    public void start() {
        Mono<Void> known = name == null ? Mono.empty() : Mono.defer(name::follow);
        known.then(Mono.defer(checks::checkAll)).timeout(patience).onErrorComplete().block();
        Scheduler thread = Schedulers.newSingle("pool-watch", true);
        Disposable.Composite all = Disposables.composite(thread);
        if (name != null) {
            // New servers are checked as soon as they are known.
            all.add(Mono.defer(name::follow).then(Mono.defer(checks::checkAll))
                    .repeatWhen(done -> done.delayElements(followInterval, thread)).subscribe());
        }
        all.add(every(checkInterval, thread, () -> checks.checkAll().subscribe()));
        all.add(every(TICK, thread, () -> pool.tick(System.nanoTime())));
        running = all;
    }

    private static Disposable every(Duration period, Scheduler thread, Runnable task) {
        return Flux.interval(Duration.ZERO, period, thread).onBackpressureDrop().subscribe(turn -> task.run());
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }

    /**
     * Returns a phase that starts before the web server and stops after it: the last requests still need the checks.
     */
    @Override
    public int getPhase() {
        return 0;
    }
}
