package com.foobar.web.story;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;

/**
 * Two versions of a story side by side, line by line.
 *
 * @param isWhole false if a text has too many lines to compare; then there are no rows
 */
record Comparison(List<Row> rows, boolean isWhole) {

    /**
     * The most lines of a text that is compared, because the comparison takes time and memory up to the square of the
     * number of lines.
     */
    private static final int MOST_LINES = 700;

    /**
     * A row of the comparison.
     *
     * @param stored the line of the stored version; empty if the line was added
     * @param typed the line of the typed version; empty if the line was removed
     */
    record Row(String stored, String typed, boolean isSame) {}

    static Comparison of(StoryText stored, StoryText typed) {
        List<String> before = lines(stored);
        List<String> after = lines(typed);
        if (before.size() > MOST_LINES || after.size() > MOST_LINES) {
            return new Comparison(List.of(), false);
        }
        return new Comparison(DiffRowGenerator.create().lineNormalizer(line -> line).build()
                .generateDiffRows(before, after).stream()
                .map(row -> new Row(row.getOldLine(), row.getNewLine(), row.getTag() == DiffRow.Tag.EQUAL)).toList(),
                true);
    }

    private static List<String> lines(StoryText text) {
        ArrayList<String> lines = new ArrayList<>();
        lines.add("Title: " + text.title());
        lines.add("Tags: " + String.join(", ", text.tags()));
        text.body().lines().forEach(lines::add);
        return lines;
    }
}
