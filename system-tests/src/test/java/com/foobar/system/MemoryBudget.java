package com.foobar.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The memory budget of a JVM from the table in the documentation, in MiB: its parts, their sum and the container's
 * limit.
 */
record MemoryBudget(Map<String, Integer> parts, int sum, int limit) {

    private static final Path DOCUMENT = Path.of("../docs/operations.md");

    private static final List<String> MODULES = List.of("gateway", "web-app");

    /** Returns the budget of the gateway's or the web-app's JVM. */
    static MemoryBudget of(String module) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String line : lines()) {
            String[] cells = line.split("\\|");
            if (line.startsWith("|") && !line.startsWith("| part") && !line.startsWith("| ---")) {
                rows.put(cells[1].strip(), Integer.valueOf(cells[2 + MODULES.indexOf(module)].strip()));
            }
        }
        return new MemoryBudget(rows, rows.remove("sum"), rows.remove("limit"));
    }

    /** Returns the size of the part whose name begins with the given text. */
    int part(String beginning) {
        return parts.entrySet().stream().filter(part -> part.getKey().startsWith(beginning)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No part is called " + beginning + ": " + parts))
                .getValue();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(DOCUMENT).stream().dropWhile(line -> !line.equals("## Memory of the JVMs"))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## ")).toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
