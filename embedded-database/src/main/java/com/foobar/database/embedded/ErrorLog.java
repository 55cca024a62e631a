package com.foobar.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the end of a server's log, for the message of an exception. */
final class ErrorLog {

    private static final int LINES = 5;

    private ErrorLog() {}

    /** Returns the last lines with errors, or the last lines of the log if there is no error. */
    static String of(Path log) {
        List<String> lines = lines(log);
        List<String> errors = lines.stream().filter(line -> line.contains("ERROR")).toList();
        List<String> told = errors.isEmpty() ? lines : errors;
        return String.join("; ", told.subList(Math.max(0, told.size() - LINES), told.size())) + " (see " + log + ")";
    }

    private static List<String> lines(Path log) {
        try {
            // Every sequence of bytes is valid in this encoding, unlike in UTF-8.
            return Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of("it wrote no log");
        }
    }
}
