package com.foobar.web.story;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes only the words from a search text, so that no character of it is an operator for the database. */
final class SearchWords {

    static final int MOST = 10;

    private static final int LENGTH = 200;

    private static final Pattern WORD = Pattern
            .compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:'[\\p{L}\\p{M}\\p{N}]+)?");

    private SearchWords() {}

    /** Returns the beginning of the typed text; the rest is not searched for. */
    static String begin(String typed) {
        return typed.length() > LENGTH ? typed.substring(0, LENGTH) : typed;
    }

    /** Returns at most {@value #MOST} words, separated by spaces; empty if there is no word. */
    static String of(String typed) {
        return WORD.matcher(begin(typed).replace('’', '\'')).results().map(MatchResult::group).limit(MOST)
                .collect(Collectors.joining(" "));
    }
}
