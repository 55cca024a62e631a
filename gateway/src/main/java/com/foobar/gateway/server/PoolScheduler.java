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

/** Runs all that the pool needs to have done from time to time, on one thread. */
final class PoolScheduler implements SmartLifecycle {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Pool pool;
    private final HealthChecks checks;
    private final Duration checkInterval;
    private final @Nullable DnsDiscovery name;
    private final Duration followInterval;
    private final Duration patience;

    private Disposable running = Disposables.disposed();

    /** @param patience how long the start may wait for what the first checks find */
    PoolScheduler(Pool pool, HealthChecks checks, Duration checkInterval, @Nullable DnsDiscovery name,
            Duration followInterval, Duration patience) {
        this.pool = pool;
        this.checks = checks;
        this.checkInterval = checkInterval;
        this.name = name;
        this.followInterval = followInterval;
        this.patience = patience;
    }

    /** The web server starts after this: a gateway that takes its first request knows which servers can answer it. */
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

    /** Checks go on while the last requests finish: stopped after the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
