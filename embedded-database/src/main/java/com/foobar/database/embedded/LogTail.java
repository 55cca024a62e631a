package com.foobar.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a server's log, for the message of an exception. */
final class LogTail {

    private static final int LINES = 5;

    private LogTail() {}

    /** The last errors, or the last lines where there is none. */
    static String of(Path log) {
        List<String> lines = lines(log);
        List<String> errors = lines.stream().filter(line -> line.contains("ERROR")).toList();
        List<String> told = errors.isEmpty() ? lines : errors;
        return String.join("; ", told.subList(Math.max(0, told.size() - LINES), told.size())) + " (see " + log + ")";
    }

    private static List<String> lines(Path log) {
        try {
            // Unlike UTF-8, every sequence of bytes is valid.
            return Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of("it wrote no log");
        }
    }
}
