package com.foobar.web.story;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;

/**
 * Two versions of a story side by side, line by line.
 *
 * @param isWhole false where the texts have too many lines to compare, so that there are no rows
 */
record Comparison(List<Row> rows, boolean isWhole) {

    /** Finding the differences of two texts takes time and memory up to the square of their lines. */
    private static final int MOST_LINES = 700;

    /**
     * A line of either version.
     *
     * @param stored empty where the line was added
     * @param typed empty where the line was taken out
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
