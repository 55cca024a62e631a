package com.foobar.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The runbook for the alert with the same name. */
record Runbook(String name, String text) {

    static final Path FOLDER = Path.of("../monitoring/runbooks");

    static List<Runbook> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Runbook> found = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                found.add(new Runbook(file.getFileName().toString().replace(".md", ""), Files.readString(file)));
            }
            return found;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Returns the commands in the code blocks. They diagnose the problem and change nothing. */
    List<String> diagnosis() {
        List<String> commands = new ArrayList<>();
        boolean inBlock = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith("```")) {
                inBlock = !inBlock;
            } else if (inBlock) {
                commands.add(line);
            }
        }
        return commands;
    }

    @Override
    public String toString() {
        return name;
    }
}
