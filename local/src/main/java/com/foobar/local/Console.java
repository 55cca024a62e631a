package com.foobar.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The output for the user: one line for each step, with the time since the start. */
final class Console {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    void step(String text) {
        out.println(String.format(Locale.ROOT, "%7.1f s  %s", elapsed().toMillis() / 1000.0, text));
    }

    void text(String text) {
        out.println(text);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
