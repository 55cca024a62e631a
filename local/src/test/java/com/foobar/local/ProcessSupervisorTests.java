package com.foobar.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessSupervisorTests {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(output, true, StandardCharsets.UTF_8));
    private final FakePart part = new FakePart();

    @Test
    void endedPartIsStartedAgainWhenTheDelayIsOver() {
        ProcessSupervisor watch = new ProcessSupervisor(List.of(part), Duration.ZERO, console);
        part.running = false;

        watch.look();
        watch.look();

        assertThat(part.starts).isEqualTo(1);
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("part has ended").contains("Starting part");
    }

    @Test
    void endedPartIsNotStartedBefore() {
        ProcessSupervisor watch = new ProcessSupervisor(List.of(part), Duration.ofHours(1), console);
        part.running = false;

        watch.look();
        watch.look();

        assertThat(part.starts).isZero();
    }

    @Test
    void partThatCannotBeStartedIsTriedAgain() {
        ProcessSupervisor watch = new ProcessSupervisor(List.of(part), Duration.ZERO, console);
        part.running = false;
        part.broken = true;

        watch.look();
        watch.look();
        watch.look();
        watch.look();

        assertThat(part.starts).isEqualTo(2);
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("part cannot be started: no port");
    }

    @Test
    void runningPartIsLeftAlone() {
        new ProcessSupervisor(List.of(part), Duration.ZERO, console).look();

        assertThat(part.starts).isZero();
        assertThat(output.size()).isZero();
    }

    private static final class FakePart implements Part {

        private boolean running = true;
        private boolean broken;
        private int starts;

        @Override
        public String name() {
            return "part";
        }

        @Override
        public void start() {
            starts++;
            if (broken) {
                throw new LocalException("no port");
            }
            running = true;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
