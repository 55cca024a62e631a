package com.foobar.web.outage;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.foobar.web.Site;

/** Visitors that request one page after another while a test causes a fault. */
final class Readers implements AutoCloseable {

    private static final int VISITORS = 4;
    private static final int NO_ANSWER = 0;

    private final ConcurrentLinkedQueue<Visit> visits = new ConcurrentLinkedQueue<>();
    private final List<Thread> visitors = new ArrayList<>();
    private volatile boolean leaving;

    private record Visit(int status, Duration time) {}

    Readers(List<Site> sites) {
        for (int i = 0; i < VISITORS; i++) {
            Site site = sites.get(i % sites.size());
            visitors.add(Thread.ofVirtual().start(() -> read(site)));
        }
    }

    private void read(Site site) {
        while (!leaving) {
            long begun = System.nanoTime();
            int status = status(site);
            visits.add(new Visit(status, Duration.ofNanos(System.nanoTime() - begun)));
        }
    }

    private static int status(Site site) {
        try {
            return site.get("/").statusCode();
        } catch (UncheckedIOException e) {
            return NO_ANSWER;
        }
    }

    /** Returns how many pages have been requested. */
    int pages() {
        return visits.size();
    }

    /** Returns the number of pages by status; status 0 stands for no response. */
    Map<Integer, Long> statuses() {
        TreeMap<Integer, Long> statuses = new TreeMap<>();
        visits.forEach(visit -> statuses.merge(visit.status(), 1L, Long::sum));
        return statuses;
    }

    Duration slowest() {
        return visits.stream().map(Visit::time).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Stops the visitors; each finishes the page that it has begun. */
    void leave() {
        leaving = true;
        for (Thread visitor : visitors) {
            try {
                visitor.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        leave();
    }
}
