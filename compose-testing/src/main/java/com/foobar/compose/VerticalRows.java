package com.foobar.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses the output of the MySQL client with {@code --vertical}: one line for each column, and a line of asterisks
 * before each row.
 */
final class VerticalRows {

    private VerticalRows() {}

    static List<Map<String, String>> parse(List<String> lines) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("****")) {
                rows.add(new LinkedHashMap<>());
                continue;
            }
            int colon = line.indexOf(':');
            if (colon > 0 && !rows.isEmpty()) {
                rows.getLast().put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            }
        }
        return rows;
    }
}
