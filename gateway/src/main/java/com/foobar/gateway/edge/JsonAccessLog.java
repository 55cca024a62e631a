package com.foobar.gateway.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import org.springframework.context.SmartLifecycle;

/**
 * Writes a line of JSON for each request, in bundles and by a thread of its own; what does not fit in its queue is
 * counted and lost, since a slow reader of the log must not slow down the site.
 */
final class JsonAccessLog implements AccessLog, SmartLifecycle {

    private static final int QUEUE = 16_384;
    private static final int BUNDLE = 64 * 1024;

    private final OutputStream out;
    private final AccessLine line;
    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(QUEUE);
    private final LongAdder lost = new LongAdder();

    private volatile boolean running;
    private Thread writer = new Thread();

    JsonAccessLog(OutputStream out, AccessLine line) {
        this.out = out;
        this.line = line;
    }

    @Override
    public void write(RequestContext context) {
        if (!queue.offer(line.of(context, System.nanoTime()))) {
            lost.increment();
        }
    }

    /** The number of lines that were lost. */
    long lost() {
        return lost.sum();
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().name("access-log").daemon().start(this::writeAll);
    }

    private void writeAll() {
        byte[] bundle = new byte[BUNDLE];
        try {
            while (running || !queue.isEmpty()) {
                int length = 0;
                byte[] next = queue.poll(100, TimeUnit.MILLISECONDS);
                for (; next != null; next = length > BUNDLE / 2 ? null : queue.poll()) {
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
            }
        } catch (InterruptedException | IOException e) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
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

    /** After the web server, whose last requests are logged too. */
    @Override
    public int getPhase() {
        return 0;
    }
}
