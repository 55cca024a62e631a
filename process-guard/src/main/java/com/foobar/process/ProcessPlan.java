package com.foobar.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The command to start, and the files and limits of its process.
 *
 * @param command the program and its arguments; not empty
 * @param environment variables that are added to those of this JVM
 * @param directory the working directory, which must exist
 * @param log the file that standard output and standard error are appended to
 * @param pidFile the file that holds the process id while the process runs; a later run uses it to find a process that
 *            was left running
 * @param grace how long the process may take to end after it was asked to, before it is killed; at least one second,
 *            rounded down to whole seconds
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
