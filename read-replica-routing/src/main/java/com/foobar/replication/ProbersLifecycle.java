package com.foobar.replication;

import java.time.Duration;

import org.springframework.context.SmartLifecycle;

import com.foobar.replication.node.Probers;

/** Has the nodes asked before the first request comes in, and until the last is answered. */
class ProbersLifecycle implements SmartLifecycle {

    /** A start with no database at all is to take no longer than this. */
    private static final Duration FIRST_ANSWERS = Duration.ofSeconds(1);

    private final Probers probers;

    ProbersLifecycle(Probers probers) {
        this.probers = probers;
    }

    @Override
    public void start() {
        probers.start(FIRST_ANSWERS);
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
