package com.foobar.web.story;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes from what a reader searches for the words alone, so that nothing in it means anything to the database. */
final class SearchWords {

    static final int MOST = 10;

    private static final int LENGTH = 200;

    private static final Pattern WORD = Pattern
            .compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:'[\\p{L}\\p{M}\\p{N}]+)?");

    private SearchWords() {}

    /** So much of what was typed as is looked at. */
    static String begin(String typed) {
        return typed.length() > LENGTH ? typed.substring(0, LENGTH) : typed;
    }

    /** At most {@value #MOST} words with a space between; empty where there is none. */
    static String of(String typed) {
        return WORD.matcher(begin(typed).replace('’', '\'')).results().map(MatchResult::group).limit(MOST)
                .collect(Collectors.joining(" "));
    }
}
