package com.foobar.web.background;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Work that a thread of its own does step by step, from the start of the application until the work is done or the
 * application stops.
 */
public abstract class BackgroundWork implements SmartLifecycle {

    private final String threadName;
    private volatile boolean running;
    private @Nullable Thread worker;

    /** Creates work for a virtual thread of this name. */
    protected BackgroundWork(String threadName) {
        this.threadName = threadName;
    }

    /**
     * Does the next step.
     *
     * @return the pause before the step after it, or nothing if the work is done
     */
    protected abstract Optional<Duration> step();

    @Override
    public final synchronized void start() {
        running = true;
        worker = Thread.ofVirtual().name(threadName).start(this::work);
    }

    @Override
    public final synchronized void stop() {
        running = false;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    private void work() {
        try {
            Optional<Duration> pause = step();
            while (running && pause.isPresent()) {
                Thread.sleep(pause.get());
                pause = step();
            }
        } catch (InterruptedException _) {
            // The application stops.
        }
    }
}
