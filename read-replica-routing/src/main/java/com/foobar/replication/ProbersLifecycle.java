package com.foobar.replication;

import java.time.Duration;

import org.springframework.context.SmartLifecycle;

import com.foobar.replication.node.Probers;

/** Keeps the nodes probed from before the first request until after the last response. */
class ProbersLifecycle implements SmartLifecycle {

    /** The longest wait for the first probes: the application must start quickly even without any database. */
    private static final Duration FIRST_RESPONSES = Duration.ofSeconds(1);

    private final Probers probers;

    ProbersLifecycle(Probers probers) {
        this.probers = probers;
    }

    @Override
    public void start() {
        probers.start(FIRST_RESPONSES);
    }

    @Override
    public void stop() {
        probers.stop();
    }

    @Override
    public boolean isRunning() {
        return probers.running();
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
