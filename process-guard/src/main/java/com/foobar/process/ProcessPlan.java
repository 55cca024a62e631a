package com.foobar.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to start, and where its traces go.
 *
 * @param command the program and its arguments
 * @param environment variables added to those of this JVM
 * @param directory the working directory, which must exist
 * @param log the file that standard output and standard error are appended to
 * @param pidFile the file that holds the process id while it runs; a later run finds what is left by it
 * @param grace how long the process may take to end when asked, in whole seconds, before it is killed
 */
public record ProcessPlan(List<String> command, Map<String, String> environment, Path directory, Path log, Path pidFile,
        Duration grace) {

    public ProcessPlan {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A process needs a command.");
        }
        if (grace.toSeconds() < 1) {
            throw new IllegalArgumentException("A process needs at least one second to end in.");
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
