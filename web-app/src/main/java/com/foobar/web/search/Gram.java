package com.foobar.web.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Encodes letters of scripts without spaces for the index. The result looks like a word to every database, but no text
 * contains it: it begins with an underscore, which is in no word that a reader can search for. Each letter becomes the
 * same number of digits, so that no search can match the end of one letter and the beginning of the next.
 */
final class Gram {

    private static final int RADIX = 36;
    private static final int DIGITS = 4;

    private Gram() {}

    /**
     * Returns the code of letters that follow each other. The code of a longer sequence of letters begins with the code
     * of its first letters.
     */
    static String of(List<Integer> letters) {
        return letters.stream().map(Gram::digits).collect(Collectors.joining("", "_", ""));
    }

    private static String digits(int letter) {
        String digits = Integer.toString(letter, RADIX);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
