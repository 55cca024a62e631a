package com.foobar.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notices when a process has ended, and starts it again after a delay. */
final class ProcessSupervisor {

    private final List<Part> parts;
    private final Duration delay;
    private final Console console;
    private final Map<Part, Long> dueAt = new HashMap<>();

    ProcessSupervisor(List<Part> parts, Duration delay, Console console) {
        this.parts = parts;
        this.delay = delay;
        this.console = console;
    }

    /** Checks each process once. */
    void look() {
        for (Part part : parts) {
            Long due = dueAt.get(part);
            if (due == null && !part.isRunning()) {
                console.step(part.name() + " has ended; it is started again in " + delay.toSeconds() + " s");
                dueAt.put(part, System.nanoTime() + delay.toNanos());
            } else if (due != null && System.nanoTime() - due >= 0) {
                dueAt.remove(part);
                start(part);
            }
        }
    }

    private void start(Part part) {
        console.step("Starting " + part.name());
        try {
            part.start();
        } catch (RuntimeException e) {
            console.step(part.name() + " cannot be started: " + e.getMessage());
        }
    }
}
