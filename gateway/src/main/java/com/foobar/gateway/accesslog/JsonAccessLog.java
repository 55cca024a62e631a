package com.foobar.gateway.accesslog;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.util.concurrent.Queues;

import org.springframework.context.SmartLifecycle;

import com.foobar.gateway.exchange.RequestContext;

/**
 * Writes a line of JSON for each request. A separate thread writes the lines in bundles, so that no request waits for a
 * lock. A line that does not fit in the queue is dropped and counted: a slow reader of the log must not slow down the
 * site.
 */
final class JsonAccessLog implements AccessLog, SmartLifecycle {

    static final int QUEUE = 16_384;
    private static final int BUNDLE = 64 * 1024;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final OutputStream out;
    private final Function<RequestContext, byte[]> line;
    private final Queue<byte[]> queue = Queues.<byte[]> unboundedMultiproducer().get();
    private final AtomicInteger queued = new AtomicInteger();
    private final LongAdder lost = new LongAdder();

    private volatile boolean running;
    /** Whether the writer sleeps until somebody wakes it. */
    private volatile boolean asleep;
    private volatile Thread writer = new Thread();

    JsonAccessLog(OutputStream out, Function<RequestContext, byte[]> line, MeterRegistry registry) {
        this.out = out;
        this.line = line;
        FunctionCounter.builder("foobar.gateway.access.log.lost", lost, LongAdder::sum)
                .description("Lines of the access log that were lost, since it could not be written fast enough")
                .register(registry);
    }

    @Override
    public void write(RequestContext context) {
        if (queued.get() < QUEUE) {
            queued.incrementAndGet();
            queue.add(line.apply(context));
            if (asleep) {
                LockSupport.unpark(writer);
            }
        } else {
            lost.increment();
        }
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().name("access-log").daemon().start(this::writeAll);
    }

    private void writeAll() {
        byte[] bundle = new byte[BUNDLE];
        while (running || !queue.isEmpty()) {
            byte[] next = queue.poll();
            if (next == null) {
                awaitLines();
                continue;
            }
            int lines = 0;
            try {
                int length = 0;
                for (; next != null; next = length > BUNDLE / 2 ? null : queue.poll()) {
                    queued.decrementAndGet();
                    lines++;
                    if (next.length > BUNDLE - length) {
                        out.write(bundle, 0, length);
                        length = 0;
                    }
                    if (next.length > BUNDLE) {
                        out.write(next);
                    } else {
                        System.arraycopy(next, 0, bundle, length, next.length);
                        length += next.length;
                    }
                }
                out.write(bundle, 0, length);
                out.flush();
            } catch (IOException e) {
                // Continue with the next lines: a full disk may have room again.
                lost.add(lines);
            }
        }
    }

    /**
     * Waits a moment for more lines, so that busy traffic is written in bundles and wakes nobody, and then sleeps until
     * a line comes: a gateway without traffic must not cost processor time.
     */
    private void awaitLines() {
        LockSupport.parkNanos(PAUSE_NANOS);
        asleep = true;
        // A line that came before the flag was set has woken nobody.
        while (running && queue.isEmpty()) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(writer);
        try {
            writer.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Returns a phase that stops after the web server, so that its last requests are logged too. */
    @Override
    public int getPhase() {
        return 0;
    }
}
